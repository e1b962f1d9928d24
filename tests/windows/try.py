"""Tries frise.exe under wine, and puts what it shows into a folder: python3 try.py FRISE.EXE FOLDER"""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time

import pyte

COLUMNS, ROWS = 100, 30
PATIENCE = 120


class Terminal:
    """A program in a pseudo-terminal, with its screen."""

    def __init__(self, *command):
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.ByteStream(self.screen)
        self.id, self.master = pty.fork()
        if self.id == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execvp(command[0], command)

    def text(self):
        return "\n".join(line.rstrip() for line in self.screen.display)

    def read(self, seconds):
        """Takes what comes next; whether anything can still come."""
        if select.select([self.master], [], [], seconds)[0]:
            try:
                data = os.read(self.master, 65536)
            except OSError:
                return False
            # pyte knows no private marks in these.
            self.stream.feed(data.replace(b"\x1b[>", b"\x1b["))
            return bool(data)
        return True

    def wait_for(self, what, condition):
        end = time.monotonic() + PATIENCE
        while not condition(self.text()):
            if time.monotonic() > end or not self.read(1):
                sys.exit(f"{what} never came:\n{self.text()}")

    def send(self, keys):
        os.write(self.master, keys.encode())

    def settle(self):
        """Waits until nothing more is drawn."""
        end = time.monotonic() + 1
        while time.monotonic() < end:
            before = self.text()
            self.read(0.2)
            if self.text() != before:
                end = time.monotonic() + 1

    def end(self):
        end = time.monotonic() + PATIENCE
        while True:
            # wine's servers may keep the terminal open.
            self.read(0.2)
            ended, status = os.waitpid(self.id, os.WNOHANG)
            if ended:
                return os.waitstatus_to_exitcode(status)
            if time.monotonic() > end:
                os.kill(self.id, signal.SIGKILL)
                sys.exit(f"it never ended:\n{self.text()}")


def main(program, shown):
    def show(name, text):
        with open(os.path.join(shown, name), "w", encoding="utf-8") as file:
            file.write(text + "\n")
        print(f"== {name}\n{text}\n", flush=True)

    def run(name, *arguments):
        done = subprocess.run(["wine", program, *arguments], capture_output=True, timeout=PATIENCE, check=False)
        show(name, done.stdout.decode(errors="replace") + done.stderr.decode(errors="replace"))
        assert done.returncode == 0, (arguments, done.returncode)
        return done.stdout.decode()

    assert "1961" in run("show.txt", "--lang", "en", "show")
    run("check.txt", "--lang", "en", "check")
    assert "<html" in run("handout.txt", "--lang", "en", "handout")

    browser = Terminal("wine", program, "--lang", "en")
    def is_selected(text, date):
        return any("▌" in line and date in line for line in text.splitlines())

    browser.wait_for("the first screen", lambda text: is_selected(text, "the 1940s") and "June 2024" in text)
    browser.settle()
    show("first-screen.txt", browser.text())
    browser.send("jj")
    browser.wait_for("the event after the next one", lambda text: is_selected(text, "1996"))
    browser.send("\r\r")
    browser.wait_for("the article", lambda text: "word for word" in text)
    browser.settle()
    show("article.txt", browser.text())
    browser.send("q")
    assert browser.end() == 0

    briefing = Terminal("wine", program, "--lang", "en", "brief")
    briefing.wait_for("the first slide", lambda text: "1/19" in text)
    notes = Terminal("wine", program, "--lang", "en", "notes")
    notes.wait_for("the notes of the briefing", lambda text: "1/19" in text)
    notes.send("J")
    briefing.wait_for("what the notes asked for", lambda text: "2/19" in text)
    briefing.settle()
    show("briefing.txt", briefing.text())
    notes.settle()
    show("notes.txt", notes.text())
    briefing.send("q")
    assert briefing.end() == 0
    notes.wait_for("the end of the briefing", lambda text: "is over" in text)
    notes.send("q")
    assert notes.end() == 0
    print("all of it works")


main(sys.argv[1], sys.argv[2])
