"""Understanding, ours against two stock pipelines on the same data: `make bench-nlu`."""
