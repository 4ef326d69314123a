"""Every pair of colours that meets on the screen can be read."""

from __future__ import annotations

import pytest

from refugedesk.ui.tokens import CONTRAST, DARK, LIGHT, Colours, contrast

PALETTES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark"), pytest.param(CONTRAST, id="contrast")]
GROUNDS = ("paper", "surface", "raised", "accent_soft")
TEXT_PAIRS = [
    *((ink, ground) for ink in ("ink", "soft_ink") for ground in GROUNDS),
    *((ink, ground) for ink in ("accent", "good", "caution", "danger") for ground in ("paper", "surface")),
    *(("ink", f"{kind}_soft") for kind in ("good", "caution", "danger")),
    *((kind, f"{kind}_soft") for kind in ("good", "caution", "danger", "accent")),
    ("on_accent", "accent"),
    ("on_accent", "accent_strong"),
    ("on_danger", "danger"),
    ("surface", "ink"),
]
SHAPE_PAIRS = [
    (shape, ground) for shape in ("accent", "edge", "caution", "danger", "good") for ground in ("paper", "surface")
]


@pytest.mark.parametrize("of", PALETTES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_its_ground(of: Colours, ink: str, ground: str) -> None:
    assert contrast(getattr(of, ink), getattr(of, ground)) >= 4.5


@pytest.mark.parametrize("of", PALETTES)
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_borders_shapes_and_the_focus_ring_stand_out(of: Colours, shape: str, ground: str) -> None:
    assert contrast(getattr(of, shape), getattr(of, ground)) >= 3


def test_high_contrast_is_higher_than_the_usual_one() -> None:
    assert contrast(CONTRAST.soft_ink, CONTRAST.paper) > contrast(LIGHT.ink, LIGHT.paper)


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
