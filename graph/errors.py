"""Everything that can go wrong and that a caller may want to tell apart."""


class BackchannelError(Exception):
    """Base of all errors raised on purpose; its text is written for the user."""


class BadInput(BackchannelError):
    """An article, a file or a parameter that cannot be used."""


class BadQuery(BackchannelError):
    """A query that does not parse or asks for what is not supported."""


class NotFound(BackchannelError):
    """A name or id that the graph does not hold; ``suggestions`` are names that may have been meant."""

    def __init__(self, message: str, *, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.suggestions = suggestions


class Refused(BackchannelError):
    """A request that is understood and not allowed, such as a query that would fetch from elsewhere."""


class Conflict(BackchannelError):
    """What was decided before stands against it."""


class Overloaded(BackchannelError):
    """A limit of time, memory or size was passed."""


class StoreUnavailable(BackchannelError):
    """The store cannot be opened or reached, or another process owns it."""
