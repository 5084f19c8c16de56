"""Floor 1: findings, their codes and words; not how they are shown."""
