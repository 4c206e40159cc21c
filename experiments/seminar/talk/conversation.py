"""A conversation over one connection: messages in, answers out; none holds up another."""

import asyncio
import json
import logging
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from experiments.seminar.limits import (
    ASKED_AT_ONCE, MESSAGES_A_SECOND, MESSAGES_AT_ONCE, REFUSALS_BEFORE_CLOSING, Refusal,
)  # fmt: skip
from experiments.seminar.recordings.recording import Recording, sent_frame
from experiments.seminar.setting import setting_of
from experiments.seminar.talk import messages
from experiments.seminar.talk.limiter import Limiter
from experiments.seminar.talk.session import Session, is_open, recording_in

if TYPE_CHECKING:
    from experiments.seminar.state import State

GOING_ON = 0.25
"""Seconds between two messages on how far a run is recorded."""
REFUSED_CODE, DEFECT_CODE = 1008, 1011

log = logging.getLogger("desksales.seminar")


def has_left(error: Exception) -> bool:
    """Whether an error only says that the page has left; sending after a close has no error of its own in Starlette."""
    return isinstance(error, WebSocketDisconnect) or (isinstance(error, RuntimeError) and "close" in str(error))


async def until_gone(telling: Coroutine) -> None:
    """Tell for as long as the page is there to hear it."""
    try:
        await telling
    except Exception as error:
        if not has_left(error):
            log.exception("What a page was being told has failed")


class Conversation:
    """One connection of a page."""

    def __init__(self, socket: WebSocket, state: "State") -> None:
        self._socket, self._state = socket, state
        self._session: Session | None = None
        self._limiter = Limiter(MESSAGES_A_SECOND, MESSAGES_AT_ONCE)
        self._refused = 0
        self._asked: set[asyncio.Task] = set()
        self._watching: dict[str, asyncio.Task] = {}
        self._sending = asyncio.Lock()

    async def hold(self) -> None:
        """Talk until the page leaves or must be shown out."""
        await self._socket.accept()
        try:
            while self._refused < REFUSALS_BEFORE_CLOSING:
                packet = await self._socket.receive()
                if packet["type"] != "websocket.receive":
                    return
                await self._hear(packet.get("text") if packet.get("text") is not None else packet.get("bytes") or b"")
            await self._socket.close(REFUSED_CODE, "Too many messages that cannot be answered.")
        except WebSocketDisconnect:
            pass
        finally:
            for task in [*self._asked, *self._watching.values()]:
                task.cancel()
            if self._session is not None:
                self._state.sessions.leave(self._session)
                if self._state.sessions.n_connected == 0:
                    self._state.logged.forget()

    async def _hear(self, text: str | bytes) -> None:
        try:
            if not self._limiter.may():
                self._refused += 1
                raise messages.BadMessage(
                    f"More than {MESSAGES_A_SECOND:.0f} messages a second cannot be answered; this one was left out."
                )
            message = messages.read(text)
            if self._session is None and not isinstance(message, messages.Hello):
                raise messages.BadMessage("The first message must be hello.", message.id)
            if len(self._asked) >= ASKED_AT_ONCE:
                raise messages.BadMessage(
                    f"{ASKED_AT_ONCE} questions of this page wait for an answer already; ask again when one has come.",
                    message.id,
                )
        except messages.BadMessage as error:
            self._refused += 1
            await self._refuse(str(error), error.number)
            return
        if isinstance(message, messages.Hello | messages.Open | messages.Close):
            await self._answer(message)  # what follows may rely on it
        else:
            task = asyncio.create_task(self._answer(message))
            self._asked.add(task)
            task.add_done_callback(self._asked.discard)
            await asyncio.sleep(0)  # it looks up what it is about before the next message can change that

    async def _answer(self, message: messages.Message) -> None:
        try:
            await ANSWERS[type(message)](self, message)
        except Refusal as error:
            await self._refuse(str(error), message.id, getattr(message, "slot", None))
        except Exception as error:
            if has_left(error):
                return
            log.exception("The message %s failed", message.do)
            await self._refuse("The server could not answer this; the teacher finds the reason in its log.", message.id)

    async def _refuse(self, sentence: str, number: int | None = None, slot: str | None = None) -> None:
        about = {"re": number} if number is not None else {}
        await self._tell("error", **about, **({"slot": slot} if slot else {}), sentence=sentence)

    async def _tell(self, what: str, **members: Any) -> None:
        text = json.dumps({"is": what, **members}, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        await self._send(text)

    async def _send(self, text: str) -> None:
        async with self._sending:
            await self._socket.send_text(text)

    def _watch(self, name: str, going_on: Coroutine) -> None:
        """Go on telling something until it is told anew or the page leaves."""
        self._unwatch(name)
        task = self._watching[name] = asyncio.create_task(until_gone(going_on))
        task.add_done_callback(lambda _: going_on.close())  # a task that is given up before it began has not begun it

    def _unwatch(self, name: str) -> None:
        task = self._watching.pop(name, None)
        if task is not None:
            task.cancel()

    # What is asked, and how it is answered.

    async def _hello(self, message: messages.Hello) -> None:
        from model.compiled import model_version

        if self._session is not None:
            raise Refusal("hello was said already.")
        self._session, resumed = self._state.sessions.enter(message.token)
        slots: dict[str, Any] = {"a": None, "b": None}
        for slot, recording in list(self._session.recordings.items()):
            slots[slot] = await self._opened(slot, recording)
        sentence = "" if resumed or not message.token else (
            "The connection was lost for too long; what was open is opened anew, with the same numbers."
        )  # fmt: skip
        await self._tell(
            "hello", re=message.id, token=self._session.token, resumed=resumed, sentence=sentence,
            version=model_version(), slots=slots,
        )  # fmt: skip

    async def _open(self, message: messages.Open) -> None:
        setting = setting_of(message.scenario, message.changes, message.seed, message.bundles)
        recording = self._state.sessions.open(self._session, message.slot, setting)
        opened = await self._opened(message.slot, recording)
        await self._tell("opened", re=message.id, slot=message.slot, **opened)

    async def _opened(self, slot: str, recording: Recording) -> dict[str, Any]:
        """The run in a slot from the first morning on; how far it is recorded is told from now on."""
        await self._state.studio.reached(recording, 0)
        self._watch(slot, self._recorded(slot, recording))
        return recording.opened()

    async def _recorded(self, slot: str, recording: Recording) -> None:
        while True:
            done = recording.done
            if recording.failure:
                await self._refuse(recording.failure, None, slot)
                return
            await self._tell("recorded", slot=slot, run=recording.setting.key, day=recording.day, done=done)
            if done:
                return
            await self._state.studio.news(recording)
            await asyncio.sleep(GOING_ON)

    async def _close(self, message: messages.Close) -> None:
        self._unwatch(message.slot)
        self._state.sessions.close(self._session, message.slot)
        await self._tell("closed", re=message.id, slot=message.slot)

    async def _frames(self, message: messages.Frames) -> None:
        slot, recording = message.slot, recording_in(self._session, message.slot)
        if message.last > recording.days:
            raise Refusal(f"Day {message.last} is outside the run, which has days 0 to {recording.days}.")
        head = {"is": "frame", "re": message.id, "slot": slot, "run": recording.setting.key}
        sent = message.first - 1
        for day in range(message.first, message.last + 1):
            try:
                await self._state.studio.reached(recording, day)
            except Refusal:
                if is_open(self._session, slot, recording):
                    raise
            if not is_open(self._session, slot, recording):
                break
            await self._send(sent_frame(recording.frames[day], head))
            sent = day
        await self._tell("sent", re=message.id, slot=slot, **{"from": message.first, "to": sent})

    async def _measures(self, message: messages.Measures) -> None:
        recording = recording_in(self._session, message.slot)
        await self._state.studio.reached(recording, recording.days + 1)
        if recording.measures is None:
            raise Refusal("The run was let go before its end.")
        await self._tell(
            "measures", re=message.id, slot=message.slot, run=recording.setting.key, day=recording.days,
            values=recording.measures,
        )  # fmt: skip

    async def _series(self, message: messages.SeriesSoFar) -> None:
        recording = recording_in(self._session, message.slot)
        await self._tell("series", re=message.id, slot=message.slot, run=recording.setting.key, **recording.series())

    async def _person(self, message: messages.Person) -> None:
        from experiments.seminar.telling.diary import diary

        setting = recording_in(self._session, message.slot).setting
        told = await self._state.logged.ask(setting, diary, message.person, message.day, until=message.day)
        await self._tell("person", re=message.id, slot=message.slot, run=setting.key, **told)

    async def _story(self, message: messages.Story) -> None:
        from experiments.seminar.telling.notes import notes

        setting = recording_in(self._session, message.slot).setting
        told = await self._state.logged.ask(setting, notes, message.pick, message.issue)
        how = ["--pick", message.pick] if message.pick else ["--issue", str(told["issue"])]
        await self._tell(
            "story", re=message.id, slot=message.slot, run=setting.key, **told, command=setting.command("story", *how)
        )

    async def _make_room(self, message: messages.MakeRoom) -> None:
        room, secret = await self._state.rooms.make(message)
        await self._tell("room", re=message.id, **room.seen(secret), teacher=secret)

    async def _see_room(self, message: messages.SeeRoom) -> None:
        room = await self._state.rooms.find(message.room)
        if message.teacher is not None:
            room.check_teacher(message.teacher)
        await self._tell("room", re=message.id, **room.seen(message.teacher))
        self._watch(f"room {room.code}", room.tell_changes(message.teacher, self._tell))

    async def _bet(self, message: messages.Bet) -> None:
        room = await self._state.rooms.bet(message)
        await self._tell("room", re=message.id, **room.seen(None), mine=message.guess)

    async def _run_room(self, message: messages.RunRoom) -> None:
        room = await self._state.rooms.run(message)
        await self._tell("room", re=message.id, **room.seen(message.teacher))

    async def _leave_room(self, message: messages.LeaveRoom) -> None:
        self._unwatch(f"room {message.room.upper()}")
        await self._tell("left", re=message.id, room=message.room.upper())

    async def _ping(self, message: messages.Ping) -> None:
        await self._tell("pong", re=message.id)


ANSWERS: dict[type, Callable] = {
    messages.Hello: Conversation._hello, messages.Open: Conversation._open, messages.Close: Conversation._close,
    messages.Frames: Conversation._frames, messages.Measures: Conversation._measures,
    messages.SeriesSoFar: Conversation._series, messages.Person: Conversation._person,
    messages.Story: Conversation._story, messages.MakeRoom: Conversation._make_room,
    messages.SeeRoom: Conversation._see_room, messages.Bet: Conversation._bet,
    messages.RunRoom: Conversation._run_room, messages.LeaveRoom: Conversation._leave_room,
    messages.Ping: Conversation._ping,
}  # fmt: skip
