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
    """A limit of time, memory or size was passed; ``retry_after`` are the seconds to wait before another try."""

    def __init__(self, message: str, *, retry_after: int | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class Late(Overloaded):
    """The deadline passed before the answer was there."""


class TooLarge(Overloaded):
    """The answer is larger than the limit."""


class Exhausted(Overloaded):
    """A caller has used up his share of the service for now."""


class StoreUnavailable(BackchannelError):
    """The store cannot be opened or reached, or another process owns it."""
