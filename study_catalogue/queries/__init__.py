"""Questions to the tables: plain functions over one connection, frozen records out."""
