import { randomBytes } from 'node:crypto';
import { Agent, createServer, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { guest } from './guests';

/** What an attacker is told: where, for how long, with which key, against which facility, and how many requests a second at most. */
export interface AttackPlan {
  readonly kind: 'slow-loris' | 'idle' | 'bodies' | 'flood' | 'passwords' | 'sink';
  readonly origin: string;
  readonly ms: number;
  readonly key: string;
  readonly facilityId: string;
  readonly rate: number;
}

/** What it came to. */
export interface AttackOutcome {
  readonly requests: number;
  readonly connections: number;
  readonly statuses: Record<string, number>;
}

const IDLE = Number(process.env.BENCH_IDLE ?? 10_000);
const LORIS = 500;
const POURING = 16;
const FLOODING = 64;
const CHUNK = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536, ' '), Buffer.from('\r\n')]);

const plan = JSON.parse(process.env.ATTACK_PLAN ?? '{}') as AttackPlan;
const target = new URL(plan.origin || 'http://127.0.0.1:1');
const statuses: Record<string, number> = {};
let requests = 0;
let connections = 0;
let until = 0;

const count = (status: number | string): void => {
  requests += 1;
  statuses[status] = (statuses[status] ?? 0) + 1;
};
const going = (): boolean => performance.now() < until;
/** The load begins when this is read, so that what has to be built up does not count. */
const ready = (): void => {
  until = performance.now() + plan.ms;
  process.stdout.write('ready\n');
};

function open(): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(Number(target.port), target.hostname);
    socket.on('error', () => resolve(socket));
    socket.once('connect', () => {
      connections += 1;
      resolve(socket);
    });
  });
}

async function slowLoris(): Promise<void> {
  const drip = async (): Promise<void> => {
    while (going()) {
      const socket = (await open()).on('data', (text) => count(text.toString().slice(9, 12)));
      socket.write('GET /v1/stays HTTP/1.1\r\nHost: x\r\nX-Slow: ');
      for (; going() && !socket.destroyed; await pause(1_000)) socket.write('x');
      socket.destroy();
    }
  };
  ready();
  await Promise.all(Array.from({ length: LORIS }, drip));
}

async function idle(): Promise<void> {
  const held: Socket[] = [];
  while (held.length < IDLE) {
    const some = await Promise.all(Array.from({ length: 200 }, open));
    for (const socket of some) socket.on('data', () => undefined).write('GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n');
    held.push(...some);
  }
  await pause(1_000);
  ready();
  await pause(plan.ms);
  statuses.open = held.filter((socket) => !socket.destroyed).length;
  for (const socket of held) socket.destroy();
}

async function bodies(): Promise<void> {
  const pour = async (): Promise<void> => {
    while (going()) {
      const socket = await open();
      let answered = false;
      socket.on('data', (text) => {
        if (!answered) count(text.toString().slice(9, 12));
        answered = true;
      });
      socket.write(
        `POST /v1/stays HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${plan.key}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
      );
      for (let sent = 0; sent < 2 ** 30 && going() && !socket.destroyed && !answered; sent += CHUNK.length) {
        await new Promise((resolve) => socket.write(CHUNK, resolve));
      }
      socket.destroy();
    }
  };
  ready();
  await Promise.all(Array.from({ length: POURING }, pour));
}

const agent = new Agent({ keepAlive: true, maxSockets: FLOODING });

function post(path: string, body: string, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve) => {
    const { hostname, port } = target;
    const all = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers };
    const sent = request({ hostname, port, path, method: 'POST', agent, headers: all }, (answer) => {
      count(answer.statusCode ?? 0);
      answer.resume().once('close', () => resolve());
    });
    sent.once('error', () => {
      count('error');
      resolve();
    });
    sent.end(body);
  });
}

async function closedLoop(work: () => Promise<void>): Promise<void> {
  const started = performance.now();
  let taken = 0;
  const client = async (): Promise<void> => {
    while (going()) {
      taken += 1;
      const due = started + (taken * 1_000) / plan.rate;
      if (due > performance.now()) await pause(due - performance.now());
      await work();
    }
  };
  ready();
  await Promise.all(Array.from({ length: FLOODING }, client));
  agent.destroy();
}

const flood = (): Promise<void> =>
  closedLoop(() =>
    post('/v1/stays', guest(plan.facilityId), {
      authorization: `Bearer ${plan.key}`,
      'idempotency-key': randomBytes(9).toString('base64url'),
    }),
  );

const passwords = (): Promise<void> =>
  closedLoop(() => {
    const address = `203.0.113.${Math.floor(Math.random() * 250)}`;
    const body = JSON.stringify({ username: `ai.do.${Math.random()}`, password: 'sai-mat-khau-roi' });
    return post('/v1/sign-in', body, { 'x-forwarded-for': address });
  });

/** A server that does nothing with what it is sent: what the attacker alone costs the machine. */
async function sink(): Promise<void> {
  const server = createServer((incoming, answer) => {
    incoming.resume().once('end', () => answer.writeHead(201).end('{}'));
  });
  server.listen(Number(target.port), target.hostname);
  ready();
  await pause(plan.ms);
  server.closeAllConnections();
  server.close();
}

const ATTACKS = { 'slow-loris': slowLoris, idle, bodies, flood, passwords, sink };

void ATTACKS[plan.kind]().then(() => {
  const outcome: AttackOutcome = { requests, connections, statuses };
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
  process.exit(0);
});
