"""What is true: pure functions of facts and dates, without queries, clock or request."""
