"""What may happen to the record: keyword-only verbs, one transaction each, the one way in where something follows."""
