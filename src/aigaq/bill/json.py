"""The procedure sheet and the timeline as plain values, for programs; codes beside the sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from aigaq.bill.checks import Evidence, Finding, Otherwise
from aigaq.bill.dossier import Fact, Look, Paper
from aigaq.bill.record import Record, remarks
from aigaq.bill.timeline.entry import Entry, entries
from aigaq.evidence.capture import Capture
from aigaq.locale import Translator, say, translator
from aigaq.values import Language

PROCEDURE: Final = "aigaq/procedure"
TIMELINE: Final = "aigaq/timeline"
VERSION: Final = 1


def procedure(record: Record, *, language: Language) -> Mapping[str, object]:
    """Return the sheet as plain values; the schema is ``aigaq/procedure``, version 1."""
    _ = translator(language)
    return {
        **_head(record, PROCEDURE, _),
        "findings": [_finding(each, _) for each in record.findings],
        "documents": [_paper(record, each) for each in record.dossier.papers],
        "looks": [_look(each, _) for each in record.dossier.looks],
        "sources": _sources(record, _),
    }


def timeline(record: Record, *, language: Language) -> Mapping[str, object]:
    """Return the timeline as plain values; the schema is ``aigaq/timeline``, version 1."""
    _ = translator(language)
    return {
        **_head(record, TIMELINE, _),
        "entries": [_entry(each, _) for each in entries(record, _=_)],
        "sources": _sources(record, _),
    }


def _head(record: Record, schema: str, _: Translator) -> Mapping[str, object]:
    head = record.dossier.head
    return {
        "schema": schema,
        "version": VERSION,
        "made_with": f"aigaq {record.version}",
        "dossier": head.id,
        "jurisdiction": head.jurisdiction,
        "title": head.title(_.language),
        "language": _.language,
        "fictional": head.fictional,
        "day": record.day.isoformat(),
        "initiator": head.initiator.who,
        "remarks": [say(each, _) for each in remarks(record)],
    }


def _finding(finding: Finding, _: Translator) -> Mapping[str, object]:
    rule = finding.rule
    return {
        "rule": rule.id,
        "says": rule.says[_.language],
        "cite": rule.cite.text(_.language),
        "standard": rule.standard or None,
        "binding": finding.standard.binding.value if finding.standard else "domestic",
        "mark": rule.mark.value,
        "checked": rule.checked.isoformat() if rule.checked else None,
        "yardstick": rule.yardstick,
        "older_edition": rule.older,
        "regime": finding.regime.name if finding.regime else None,
        "binding_on": list(rule.binds),
        "applies": finding.binds.value,
        "why": say(finding.why, _) if finding.why else None,
        "subject": say(finding.outcome.subject, _),
        "fact": say(finding.outcome.fact, _),
        "evidence": [_evidence(each) for each in finding.outcome.evidence],
        "verdict": finding.verdict.value,
        "otherwise": [_otherwise(each) for each in finding.otherwise],
    }


def _evidence(evidence: Evidence) -> Mapping[str, object]:
    return {"kind": evidence.kind, "id": int(evidence.id) if evidence.kind == "look" else evidence.id}


def _otherwise(other: Otherwise) -> Mapping[str, object]:
    return {
        "event": other.event,
        "fact": other.fact,
        "value": other.value,
        "sources": list(other.sources),
        "verdict": other.verdict.value if other.verdict else None,
    }


def _paper(record: Record, paper: Paper) -> Mapping[str, object]:
    return {
        "id": paper.id,
        "kind": paper.kind,
        "stage": paper.stage,
        "languages": list(paper.languages),
        "title": paper.title,
        "bears_date": None if paper.undated else str(paper.stated) or None,
        "undated": paper.undated,
        "sha256": record.hashes.get(paper.id),
        "acts_stated": paper.acts,
        "acts_read": record.acts.get(paper.id),
        "source": paper.source,
    }


def _look(look: Look, _: Translator) -> Mapping[str, object]:
    return {
        "date": str(look.date),
        "looked_for": look.looked_for,
        "stage": look.stage,
        "language": look.language,
        "place": look.place.text(_.language),
        "result": look.result.value,
        "document": look.document or None,
        "source": look.source,
    }


def _entry(entry: Entry, _: Translator) -> Mapping[str, object]:
    return {
        "id": entry.id,
        "date": str(entry.date) or None,
        "precision": entry.date.precision.value,
        "kind": entry.kind.id,
        "chamber": entry.where or None,
        "stage": entry.stage or None,
        "what": entry.what,
        "sources": list(entry.sources),
        "certainty": entry.sure,
        "differing": [_fact(each, _) for each in entry.differing],
        "captures": [_capture(each) for each in entry.captures],
    }


def _fact(fact: Fact, _: Translator) -> Mapping[str, object]:
    values = [each for each in (fact.value, *fact.others) if each]
    return {
        "fact": fact.name,
        "values": [{"value": each.text, "sources": list(each.sources), "taken": each is fact.value} for each in values],
        "reason": fact.choice.reason.text(_.language) if fact.choice else None,
    }


def _capture(capture: Capture) -> Mapping[str, object]:
    return {"asked": capture.asked, "ended": f"{capture.ended:%Y-%m-%dT%H:%M:%SZ}", "sha256": capture.sha256}


def _sources(record: Record, _: Translator) -> list[Mapping[str, object]]:
    return [
        {
            "id": each.id,
            "kind": each.kind,
            "title": each.title.text(_.language),
            "date": str(each.date) or None,
            "url": each.url or None,
        }
        for each in record.dossier.sources.values()
    ]
