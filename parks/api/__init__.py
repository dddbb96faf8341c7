"""The door for api."""
