"""From data files to rows of the tables, checked; one module per group of tables."""
