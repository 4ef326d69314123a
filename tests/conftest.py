"""What all tests share: the memory that others have left is not gone through again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="module", autouse=True)
def settled_memory() -> Iterator[None]:
    """What is there when a file of tests is done stays: thousands of tests in one process are slow otherwise."""
    yield
    gc.collect()
    gc.freeze()
