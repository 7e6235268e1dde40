"""Quicker ways for what the layout engine does most often. The same bytes come out.

The engine is pinned, and ``tests/test_quick_engine.py`` compares pages with and without these ways.
They keep what the engine works out anew for each box although it hangs on the style alone,
which many boxes share.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

from book import quick_text

_ARRAY = re.compile(r"(\w+)\[(\d+)\]")
# What the engine allocates; read once here, each process of a piece knows them from the start.
_KINDS = ("PangoFcFontMap *", "char[]", "PangoRectangle *", "PangoLogAttr[]", "unsigned int *")
_ITEMS = ("char *", "hb_tag_t *", "hb_codepoint_t *")
_SIZES = (
    *(f"margin_{side}" for side in ("left", "right", "top", "bottom")),
    *(f"padding_{side}" for side in ("left", "right", "top", "bottom")),
    *("width", "min_width", "max_width", "height", "min_height", "max_height"),
)
_BORDERS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))
_RARE = (
    "marker",
    *(f"footnote-{kind}" for kind in ("call", "marker")),
    *(f"note-{kind}" for kind in ("call", "marker", "callback")),
)
_CORNERS = tuple(
    f"border_{side}_radius" for side in ("top_left", "top_right", "bottom_right", "bottom_left")
)
_NOT_YET: Any = object()


@cache
def quicken() -> None:
    """Put the quicker ways in place, once in a process; the engine must be loaded."""
    _write_quickly()
    _know_types()
    _keep_sizes()
    _keep_lines()
    _match_few()
    _share_page_styles()
    quick_text.quicken(_replace)


def _replace(original: Any, fresh: Any) -> None:
    """Let every module of the engine call ``fresh``."""
    for name, module in list(sys.modules.items()):
        if name.startswith("weasyprint"):
            for key, value in list(vars(module).items()):
                if value is original:
                    setattr(module, key, fresh)


def _write_quickly() -> None:
    """Spell numbers and words by their kind, and each reference to a page once."""
    import pydyf

    spell: Callable[[Any], bytes] = pydyf._to_bytes

    def to_bytes(item: Any) -> bytes:
        kind = type(item)
        if kind is bytes:
            known: bytes = item
            return known
        if kind is str:
            return str.encode(item, "ascii")
        return b"%d" % item if kind is int else spell(item)

    def page_references(pdf: Any) -> tuple[bytes, ...]:
        pages = pdf.pages["Kids"]
        known: tuple[bytes, ...] = vars(pdf).get("references", ())
        if len(known) * 3 != len(pages):
            known = pdf.references = tuple(b"%d 0 R" % number for number in pages[::3])
        return known

    pydyf._to_bytes = to_bytes
    pydyf.PDF.page_references = property(page_references)


def _know_types() -> None:
    """Make the type of an array of its item's: reading it as C costs milliseconds each."""
    from weasyprint.text.ffi import ffi

    read = type(ffi)._typeof_locked

    def typeof(self: Any, name: str) -> Any:
        array = _ARRAY.fullmatch(name)
        if not array:
            return read(self, name)
        item, _ = typeof(self, f"{array[1]} *")
        return self._backend.new_array_type(item, int(array[2])), False

    for name in (*_KINDS, *_ITEMS):
        ffi.typeof(name)
    type(ffi)._typeof_locked = typeof


def _keep_sizes() -> None:
    """Keep the sizes of a style without percentages; they are those of all its boxes."""
    from weasyprint.formatting_structure import boxes
    from weasyprint.layout import percent

    resolve = percent.resolve_percentages

    def resolve_percentages(box: Any, containing_block: Any) -> None:
        own = vars(box.style)
        sizes = own.get("kept_sizes", _NOT_YET)
        if sizes is _NOT_YET:
            sizes = own["kept_sizes"] = _sizes(box.style)
        if sizes is None:
            resolve(box, containing_block)
        else:
            vars(box).update(sizes)
            if box.style["border_collapse"] == "collapse":
                _keep_borders(box)

    def is_in_normal_flow(box: Any) -> bool:
        floats, position = box.style["float"], box.style["position"]
        if floats == "none" and position in ("static", "relative"):
            return True
        return bool(flows(box))

    flows = boxes.Box.is_in_normal_flow
    boxes.Box.is_in_normal_flow = is_in_normal_flow
    _replace(resolve, resolve_percentages)
    _keep_corners()


def _keep_corners() -> None:
    """Keep of a style that its boxes have square corners."""
    from weasyprint.layout import percent

    resolve = percent.resolve_radii_percentages
    square = dict.fromkeys(_CORNERS, (0, 0))

    def resolve_radii_percentages(box: Any) -> None:
        own = vars(box.style)
        if "kept_square" not in own:
            own["kept_square"] = all((0, "px") in box.style[corner] for corner in _CORNERS)
        if own["kept_square"]:
            vars(box).update(square)
        else:
            resolve(box)

    _replace(resolve, resolve_radii_percentages)


def _sizes(style: Any) -> dict[str, Any] | None:
    """Return what the engine would set for any box of a style, or None where boxes differ."""
    if style["box_sizing"] != "content-box":
        return None
    found: dict[str, Any] = {}
    for name in _SIZES:
        value = style[name]
        if value is not None and value != "auto":
            if getattr(value, "unit", "%") == "%":
                return None
            value = value.value
        elif name in ("min_width", "min_height"):
            value = 0
        found[name] = value
    if style["border_collapse"] == "separate":
        found |= {name: style[name] for name in _BORDERS}
    return found


def _keep_borders(box: Any) -> None:
    """Leave the borders that a table settled between its cells; take others from the style."""
    for name in _BORDERS:
        if not hasattr(box, name):
            setattr(box, name, box.style[name])


def _keep_lines() -> None:
    """Keep a style's font and the height of its lines."""
    from weasyprint.css import AnonymousStyle, ComputedStyle
    from weasyprint.text import line_break
    from weasyprint.text.ffi import ffi, gobject, pango

    kept_kinds = (AnonymousStyle, ComputedStyle)
    measure, set_up = line_break.strut, line_break.Layout.setup

    def strut(style: Any) -> Any:
        own = vars(style)
        if "kept_strut" not in own:
            own["kept_strut"] = measure(style)
        return own["kept_strut"]

    def setup(layout: Any, style: Any) -> None:
        own = vars(style)
        kept = own.get("kept_font", _NOT_YET)
        if kept is _NOT_YET:
            simple = isinstance(style, kept_kinds) and _is_simple(style)
            kept = own["kept_font"] = _font(style) if simple else None
        if kept is None:
            set_up(layout, style)
            return
        context, layout.language, font = kept
        layout.style, layout.first_line_direction = style, 0
        layout.ascent = layout.underline_position = layout.underline_thickness = None
        layout.strikethrough_position = layout.strikethrough_thickness = None
        layout.layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
        pango.pango_layout_set_auto_dir(layout.layout, False)
        pango.pango_layout_set_font_description(layout.layout, font)

    _replace(measure, strut)
    line_break.Layout.setup = setup


def _match_few() -> None:
    """Match no element with the engine's own rules for footnotes, and lists alone with markers."""
    from weasyprint.html import UA_STYLESHEET

    matcher = UA_STYLESHEET.matcher
    of_all = matcher.other_selectors
    pseudo = 3  # the place of the pseudo-element in an entry
    markers = [entry for entry in of_all if entry[pseudo] == "marker"]
    matcher.lower_local_name_selectors.setdefault("li", []).extend(markers)
    matcher.other_selectors = [entry for entry in of_all if entry[pseudo] not in _RARE]


def _share_page_styles() -> None:
    """Work out the styles of a page and its margins once for all pages with the same rules."""
    from weasyprint.layout import page

    compute = page.set_page_type_computed_styles

    def set_page_type_computed_styles(page_type: Any, html: Any, style_for: Any) -> None:
        kept = vars(style_for).setdefault("kept_pages", {})
        rules = _page_rules(page_type, style_for)
        computed = style_for.get_computed_styles()
        if rules not in kept:
            compute(page_type, html, style_for)
            kept[rules] = {
                pseudo: style for (of, pseudo), style in computed.items() if of == page_type
            }
        for pseudo, style in kept[rules].items():
            computed[page_type, pseudo] = style

    _replace(compute, set_page_type_computed_styles)


def _page_rules(page_type: Any, style_for: Any) -> tuple[int, ...]:
    """Return which rules a page obeys."""
    return tuple(
        id(selector)
        for sheet, _, _ in style_for._sheets
        for _, selectors, _ in sheet.page_rules
        for selector in selectors
        if style_for._page_type_match(selector[2], page_type)
    )


def _is_simple(style: Any) -> bool:
    """Return whether a style draws plain text: no lines under it, no features of its font."""
    from weasyprint.text.fonts import font_features

    features = font_features(
        *(style[f"font_{name}"] for name in ("kerning", "variant_ligatures", "variant_position")),
        *(style[f"font_variant_{name}"] for name in ("caps", "numeric", "alternates")),
        *(style[f"font_{name}"] for name in ("variant_east_asian", "feature_settings")),
    )
    plain = style["text_decoration_line"] == "none" and not features
    return plain and style["font_language_override"] == "normal"


def _font(style: Any) -> tuple[Any, Any, Any]:
    """Return the context, the language and the font of a style, as the engine makes them."""
    from weasyprint.text import line_break
    from weasyprint.text.ffi import ffi, gobject, pango, unicode_to_char_p
    from weasyprint.text.fonts import get_font_description

    context = ffi.gc(
        pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref
    )
    pango.pango_context_set_round_glyph_positions(context, False)
    direction = line_break.PANGO_DIRECTION[style["direction"]]
    pango.pango_context_set_base_dir(context, direction)
    language = pango.pango_language_get_default()
    if style["lang"]:
        pointer, _kept = unicode_to_char_p(style["lang"])
        language = pango.pango_language_from_string(pointer)
        pango.pango_context_set_language(context, language)
    return context, language, get_font_description(style)
