from tests.app.conftest import stories

__all__ = ["stories"]
