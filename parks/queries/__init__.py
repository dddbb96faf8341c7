"""What can be asked: read-only rows, shared by pages, API and downloads. Every question names its day."""
