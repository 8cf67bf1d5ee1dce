"""Flowing papers as one web page: no script, no address, nothing but the text and how it is printed."""

import base64
from collections.abc import Iterable
from dataclasses import replace
from html import escape
from typing import Final

from interlocal.documents.formats.document import (
    Blank,
    Block,
    Bullets,
    Column,
    Cover,
    Document,
    Facts,
    Heading,
    Language,
    Letterhead,
    PageBreak,
    Paragraph,
    Parallel,
    Picture,
    Pictures,
    Row,
    Run,
    Signature,
    Table,
    Text,
)
from interlocal.documents.formats.xml_text import fit

TYPE: Final = "text/html; charset=utf-8"
_STYLE: Final = """
:root{--ink:#0b3d78;--quiet:#555c66;--line:#a9b1bd;--fill:#eaf0f7}
*{box-sizing:border-box}
body{max-width:52rem;margin:2rem auto;padding:0 1rem;line-height:1.6;color:#111;background:#fff;overflow-wrap:anywhere;
font-family:system-ui,sans-serif}
:lang(ko){font-family:"Noto Sans KR","Malgun Gothic","Apple SD Gothic Neo",sans-serif;word-break:keep-all}
body :not(:lang(ko)){word-break:normal}
:lang(ja){font-family:"Noto Sans JP","Yu Gothic","Hiragino Sans",sans-serif}
:lang(zh-Hans){font-family:"Noto Sans SC","Microsoft YaHei","PingFang SC",sans-serif}
:lang(zh-Hant){font-family:"Noto Sans TC","Microsoft JhengHei","PingFang TC",sans-serif}
h1,h2,h3{color:var(--ink);line-height:1.3;break-after:avoid}
h1{font-size:1.7rem}h2{font-size:1.3rem;margin-top:2rem}h3{font-size:1.1rem}
table{border-collapse:collapse;width:100%;margin:1rem 0;font-size:.94rem}
caption{text-align:start;font-weight:700;color:var(--ink);padding:.3rem 0}
th,td{border:1px solid var(--line);padding:.3rem .5rem;text-align:start;vertical-align:top}
thead th{background:var(--fill);color:var(--ink)}tbody th{background:#f4f7fb}
.right{text-align:end}.centre{text-align:center}.dense{font-size:.84rem}
.lead{font-size:1.1rem}.note,.quiet,.mark,.paper-header,figcaption{color:var(--quiet);font-size:.88rem}
.warning{border-inline-start:4px solid #a3310f;padding:.5rem .8rem;background:#fbf1ee}
.large{font-size:1.3em;font-weight:700}
.cover{border-top:2px solid var(--ink);padding:2rem 0;margin:4rem 0}.second{font-size:1.2rem;color:var(--quiet)}
.letterhead{border-bottom:2px solid var(--ink);margin-bottom:2rem}.letterhead strong{font-size:1.3rem;color:var(--ink)}
.letterhead p,.cover p,.signature p{margin:.2rem 0}
.signature{margin:3rem 0 2rem auto;width:50%;break-inside:avoid}.hand{border-top:1px solid #000;margin-top:4rem!important}
.line{border-bottom:1px solid var(--line);height:2.2rem}figure{margin:1.5rem 0}img{height:auto}
.scroll{overflow-x:auto}
.pictures{display:grid;grid-template-columns:repeat(var(--across),minmax(0,1fr));gap:0 1.2rem;align-items:end}
@page{size:A4;margin:18mm}
@media print{body{max-width:none;margin:0;padding:0;font-size:10.5pt}thead{display:table-header-group}
tr,figure,.whole{break-inside:avoid}.break{break-before:page}.scroll{overflow:visible}.cover{break-after:page}}
"""
_ALIGN: Final = {"left": "", "right": ' class="right"', "centre": ' class="centre"'}


def page(document: Document) -> str:
    """The whole page. Text in another language than its surroundings says so."""
    lang = document.lang
    turned = "@page{size:A4 landscape}" if document.landscape else ""
    header = _paragraph(document.header, lang, "paper-header")
    foot = f"<footer>{_paragraph(document.mark, lang, 'mark')}</footer>" if document.mark else ""
    # A break before everything would print an empty page.
    first = bool(document.blocks) and isinstance(document.blocks[0], PageBreak)
    body = "\n".join(_block(block, lang) for block in document.blocks[first:])
    return (
        f'<!doctype html>\n<html lang="{_text(lang)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        # Whatever a text might become, nothing is fetched and nothing runs.
        '<meta http-equiv="Content-Security-Policy"'
        " content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n"
        f"<title>{_text(document.title)}</title>\n<style>{_STYLE}{turned}</style>\n</head>\n<body>\n"
        f"{header}\n<main>\n{body}\n</main>\n{foot}\n</body>\n</html>\n"
    )


def said(text: Text, lang: Language) -> str:
    """A text as it stands within an element of language `lang`."""
    return "".join(_run(run, lang) for run in text)


def _run(run: Run, lang: Language) -> str:
    inside = _text(run.text).replace("\n", "<br>")
    if run.style == "strong":
        inside = f"<strong>{inside}</strong>"
    elif run.style == "machine":
        inside = f'{inside}<sup class="quiet">◦</sup>'
    elif run.style:
        inside = f'<span class="{run.style}">{inside}</span>'
    return inside if run.lang == lang else f'<span lang="{_text(run.lang)}">{inside}</span>'


def _text(text: str) -> str:
    return escape(fit(text), quote=True)


def _paragraph(text: Text, lang: Language, kind: str = "") -> str:
    if not text:
        return ""
    named = f' class="{kind}"' if kind else ""
    return f"<p{named}>{said(text, lang)}</p>"


def _block(block: Block, lang: Language) -> str:
    match block:
        case Heading(text, level):
            return f"<h{level}>{said(text, lang)}</h{level}>"
        case Paragraph(text, role):
            return _paragraph(text, lang, role)
        case Bullets(items, numbered):
            tag = "ol" if numbered else "ul"
            return f"<{tag}>{''.join(f'<li>{said(item, lang)}</li>' for item in items)}</{tag}>"
        case Picture() | Pictures():
            return _pictures(block, lang)
        case Blank(label, lines):
            return _paragraph(label, lang) + '<div class="line"></div>' * lines
        case PageBreak():
            return '<div class="break"></div>'
        case Cover() | Letterhead() | Signature():
            return _front(block, lang)
        case Table() | Facts() | Parallel():
            return f'<div class="scroll">{_grid(block, lang)}</div>'


def _front(block: Cover | Letterhead | Signature, lang: Language) -> str:
    match block:
        case Cover(title, second_title, lines, foot):
            rest = _paragraphs((*lines, *foot), lang)
            return (
                f'<header class="cover"><h1>{said(title, lang)}</h1>{_paragraph(second_title, lang, "second")}'
                f"{rest}</header>"
            )
        case Letterhead(name, lines):
            head = f"<p><strong>{said(name, lang)}</strong></p>"
            return f'<header class="letterhead">{head}{_paragraphs(lines, lang)}</header>'
        case Signature(place_and_day, lines, beside):
            hands = "".join(
                f"{_paragraph(one[0], lang, 'hand')}{_paragraphs(one[1:], lang)}"
                for one in (lines, *beside)
                if one
            )
            return f'<div class="signature">{_paragraph(place_and_day, lang)}{hands}</div>'


def _paragraphs(lines: Iterable[Text], lang: Language) -> str:
    return "".join(_paragraph(line, lang) for line in lines)


def _grid(block: Table | Facts | Parallel, lang: Language) -> str:
    match block:
        case Table():
            return _table(block, lang)
        case Facts(rows):
            lines = (
                f'<tr><th scope="row">{said(name, lang)}</th><td>{said(value, lang)}</td></tr>'
                for name, value in rows
            )
            return f"<table><tbody>{''.join(lines)}</tbody></table>"
        case Parallel(heads, rows):
            head = "".join(f'<th scope="col">{said(one, lang)}</th>' for one in heads)
            lines = (f"<tr>{''.join(f'<td>{said(cell, lang)}</td>' for cell in row)}</tr>" for row in rows)
            return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>"


def _table(block: Table, lang: Language) -> str:
    whole = sum(column.width for column in block.columns) or 1
    widths = "".join(f'<col style="width:{column.width / whole:.1%}">' for column in block.columns)
    heads = "".join(
        f'<th scope="col"{_ALIGN[column.align]}>{said(column.head, lang)}</th>' for column in block.columns
    )
    caption = f"<caption>{said(block.caption, lang)}</caption>" if block.caption else ""
    looks = " ".join(name for name, has in (("dense", block.dense), ("whole", block.whole)) if has)
    dense = f' class="{looks}"' if looks else ""
    rows = "".join(_row(row, block.columns, lang) for row in block.rows)
    return (
        f"<table{dense}>{caption}<colgroup>{widths}</colgroup><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )


def _row(row: Row, columns: tuple[Column, ...], lang: Language) -> str:
    if row.band:
        words = said(row.cells[0], lang) if row.cells else ""
        return f'<tr><th scope="rowgroup" colspan="{len(columns)}">{words}</th></tr>'
    cells = zip(row.cells, columns, strict=False)
    return (
        f"<tr>{''.join(f'<td{_ALIGN[column.align]}>{said(cell, lang)}</td>' for cell, column in cells)}</tr>"
    )


def _pictures(block: Picture | Pictures, lang: Language) -> str:
    if isinstance(block, Picture):
        return _picture(block, lang)
    inside = "".join(_picture(replace(one, width=1.0), lang) for one in block.pictures)
    return f'<div class="pictures" style="--across:{max(1, block.columns)}">{inside}</div>'


def _picture(block: Picture, lang: Language) -> str:
    kind = "svg+xml" if block.kind == "svg" else block.kind
    # As an image an SVG neither runs scripts nor fetches anything.
    source = f"data:image/{kind};base64,{base64.b64encode(block.content).decode()}"
    caption = f"<figcaption>{said(block.caption, lang)}</figcaption>" if block.caption else ""
    width = f"width:{min(max(block.width, 0.05), 1):.1%}"
    return f'<figure><img src="{source}" alt="{_text(block.alt)}" style="{width}">{caption}</figure>'
