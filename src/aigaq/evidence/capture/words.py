"""What people read for the outcome of a look."""

from __future__ import annotations

from typing import Final

from aigaq.evidence.capture.capture import Reason
from aigaq.evidence.capture.look import Look
from aigaq.locale import N_

LOOKS: Final = {
    Look.THERE: N_("it is there"),
    Look.GONE: N_("it is not there"),
    Look.COULD_NOT_LOOK: N_("could not look"),
}

REASONS: Final = {
    Reason.DNS: N_("the name of the server was not found"),
    Reason.REFUSED: N_("the server takes no connection"),
    Reason.CONNECT: N_("the server could not be reached"),
    Reason.TLS: N_("no secured connection came about, or its certificate does not hold"),
    Reason.TIMEOUT: N_("the server did not answer in time"),
    Reason.TOO_LARGE: N_("the answer is larger than is kept"),
    Reason.TOO_SLOW: N_("the answer came too slowly"),
    Reason.REDIRECT_LOOP: N_("the server sends in a circle"),
    Reason.TOO_MANY_REDIRECTS: N_("the server sends on and on"),
    Reason.PROTOCOL: N_("the answer breaks the rules of HTTP"),
    Reason.CLOSED: N_("the server broke off"),
    Reason.BAD_REDIRECT: N_("the server sends to an address that is none"),
}
