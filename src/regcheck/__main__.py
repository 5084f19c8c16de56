"""python -m regcheck."""

from regcheck.surface.cli.main import run

if __name__ == "__main__":
    raise SystemExit(run())
