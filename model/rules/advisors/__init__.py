"""What advisors, the front-line people of a centre, decide."""
