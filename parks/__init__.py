"""A public register of what industrial parks promised and what became of it."""
