"""Civil-code periods and the days on which offices are closed: pure functions over dates."""
