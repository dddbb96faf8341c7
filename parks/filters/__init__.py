"""What may be asked for: the day, and one FilterSet a noun, shared by pages and API; what is unknown is refused."""
