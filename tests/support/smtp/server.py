#!/usr/bin/python3
"""An SMTP server for tests, with faults on demand: server.py MODE [CERTIFICATE KEY].

Listens on a free loopback port and prints `PORT n`; each message taken prints one JSON line. Modes:
  ok, pipelining, no8bit, ascii (no SMTPUTF8), small (a size limit), tls, starttls, auth
  greylist (451 at RCPT), reject and reject-pipelined (550 at RCPT), refuse-data (554 after the dot), busy-data (452)
  drop-at-mail, drop-in-data, drop-after-dot, drop-each (closes silently after a message), close-421 (at a second
  message), slow (30 s after the dot)
"""
import asyncio
import base64
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

mode = sys.argv[1]
sessions = 0


class Handler:
    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        if mode == "pipelining" or mode == "reject-pipelined":
            responses.insert(1, "250-PIPELINING")
        return responses

    async def handle_MAIL(self, server, session, envelope, address, options):
        if mode == "drop-at-mail":
            server.transport.abort()
        if mode == "close-421" and session.mails > 0:
            server.transport.write(b"421 mta.example too many messages\r\n")
            server.transport.close()
            await asyncio.sleep(0.2)
        session.mails += 1
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if mode == "greylist":
            return "451 4.7.1 Greylisted, please try again later"
        if mode.startswith("reject"):
            return "550 5.1.1 No such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if mode == "refuse-data":
            return "554 5.7.1 Message refused as spam"
        if mode == "busy-data":
            return "452 4.3.1 Insufficient system storage"
        if mode == "slow":
            await asyncio.sleep(30)
        content = envelope.content
        if isinstance(content, str):
            content = content.encode()
        print(json.dumps({"from": envelope.mail_from, "to": envelope.rcpt_tos, "options": envelope.mail_options,
                          "session": session.number, "tls": server.transport.get_extra_info("ssl_object") is not None,
                          "user": (session.auth_data.login.decode() if session.auth_data else ""),
                          "data": base64.b64encode(content).decode()}), flush=True)
        if mode == "drop-after-dot":
            server.transport.abort()
        if mode == "drop-each":
            asyncio.get_running_loop().call_later(0.05, server.transport.abort)
        return "250 2.0.0 Taken as 4711"


class Server(SMTP):
    def _create_session(self):
        global sessions
        sessions += 1
        session = super()._create_session()
        session.number = sessions
        session.mails = 0
        return session

    async def smtp_DATA(self, arg):
        if mode == "drop-in-data":
            await self.push("354 go on")
            await asyncio.sleep(0.1)
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


def authenticate(server, session, envelope, mechanism, data):
    good = getattr(data, "login", b"") == b"shop@example" and getattr(data, "password", b"") == b"p@ss:word"
    return AuthResult(success=good, handled=False, auth_data=data)


async def main():
    options = {"decode_data": mode == "no8bit", "hostname": "mta.example",
               "enable_SMTPUTF8": mode not in ("no8bit", "ascii")}
    if mode == "small":
        options["data_size_limit"] = 500
    context = None
    if len(sys.argv) > 3:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[2], sys.argv[3])
    if mode == "starttls":
        options["tls_context"] = context
    if mode == "auth":
        options.update(authenticator=authenticate, auth_require_tls=False, auth_required=True)
    listening = await asyncio.get_running_loop().create_server(
        lambda: Server(Handler(), **options), "127.0.0.1", 0, ssl=context if mode == "tls" else None)
    print("PORT", listening.sockets[0].getsockname()[1], flush=True)
    await listening.serve_forever()


asyncio.run(main())
