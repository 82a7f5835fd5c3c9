"""Chromium without a window, and a server of one folder that knows byte ranges."""

import functools
import http.server
import pathlib
import shutil
import sys
import threading

try:
    from selenium import webdriver
    from selenium.common.exceptions import WebDriverException
    from selenium.webdriver.chrome.service import Service
except ImportError as error:
    print(f"SKIPPED: {error}")
    sys.exit(0)


def start_browser(width=960, height=700):
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
                     f"--window-size={width},{height}", "--autoplay-policy=no-user-gesture-required"):
        options.add_argument(argument)
    try:
        return webdriver.Chrome(service=Service(shutil.which("chromedriver") or "chromedriver"), options=options)
    except WebDriverException as error:
        print(f"SKIPPED: Chromium does not start here: {error.msg}")
        sys.exit(0)


def look(browser, width, dark):
    """Makes the window look like one of that width, in light or dark."""
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})


class RangeHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def do_GET(self):
        wanted = self.headers.get("Range")
        path = pathlib.Path(self.translate_path(self.path))
        if not wanted or not path.is_file():
            return super().do_GET()
        content = path.read_bytes()
        begin, _, end = wanted.removeprefix("bytes=").partition("-")
        begin, end = int(begin), int(end) + 1 if end else len(content)
        self.send_response(206)
        self.send_header("Content-Type", self.guess_type(self.path))
        self.send_header("Content-Range", f"bytes {begin}-{end - 1}/{len(content)}")
        self.send_header("Content-Length", str(len(content[begin:end])))
        self.end_headers()
        try:
            self.wfile.write(content[begin:end])
        except OSError:
            pass  # The browser has heard enough.
        return None


def serve(folder):
    """The server and its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(RangeHandler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}"
