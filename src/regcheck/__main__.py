"""python -m regcheck."""

from regcheck.surface.cli.main import enter

if __name__ == "__main__":
    enter()
