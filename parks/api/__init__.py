"""Door for machines: read-only JSON over the same queries and filters as the pages."""
