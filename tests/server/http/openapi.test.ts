import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { openApiDocument } from '../../../src/server/http/openapi.ts';
import { problemCodes, problemOf } from '../../../src/server/http/problems.ts';
import { aSeries, commandId, houseRows, MORNING, staff } from '../../support/builders.ts';
import { openTestHouse, type Reply, secrets, walkEnvelope } from './test-house.ts';

const document = openApiDocument('1.2.3');
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;
interface Operation {
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}
type Content = Readonly<Record<string, { readonly schema: object }>>;
const paths = document.paths as unknown as Paths;

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema({ $id: 'openapi', components: document.components });

/** What the document says is wrong with this value. */
function complaints(schema: object, value: unknown): readonly string[] {
  const text = JSON.stringify(schema).replaceAll('#/components', 'openapi#/components');
  const validate = ajv.compile(JSON.parse(text));
  return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

function expectDescribed(method: string, path: string, reply: Reply): void {
  const responses = paths[path]?.[method]?.responses ?? {};
  expect(Object.keys(responses)).toContain(String(reply.status));
  const content = responses[reply.status]?.content;
  if (content === undefined) {
    expect(reply.text).toBe('');
    return;
  }
  const type = String(reply.headers['content-type']).replace(/;.*/, '');
  expect(Object.keys(content)).toContain(type);
  if (type.endsWith('json')) expect(complaints(content[type]?.schema ?? { not: {} }, reply.json())).toEqual([]);
}

const bodySchema = (path: string): object => paths[path]?.post?.requestBody?.content['application/json']?.schema ?? {};

const UUID = '01234567-89ab-4cde-8f01-23456789abcd';

test('the document is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  expect(await validator.validate(structuredClone(document) as Record<string, unknown>)).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
});

test('every reference in it leads somewhere', () => {
  const names = Object.keys(document.components.schemas);
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target);
  expect(references.length).toBeGreaterThan(20);
  for (const target of references) expect(names.map((name) => `#/components/schemas/${name}`)).toContain(target);
});

test('it is served, and has every route of the server and no other', async () => {
  const house = await openTestHouse();
  const reply = await house.raw('/api/openapi.json');
  expect(reply.json()).toEqual(JSON.parse(JSON.stringify(document)));
  for (const [path, operations] of Object.entries(paths)) {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      const known = Object.keys(operations).includes(method.toLowerCase());
      const answer = await house.raw(path.replace('{id}', UUID), {
        method,
        headers: { authorization: `Bearer ${house.operatorToken}` },
      });
      expect([path, method, answer.status === 405]).toEqual([path, method, !known]);
    }
  }
});

describe('a real answer is as described', () => {
  const rows = { ...houseRows(), card: [{ id: secrets.hashCard('1'), residentId: 'anna' }] };

  test('to commands, and the commands themselves', async () => {
    const house = await openTestHouse({ rows });
    const refused = { ...walkEnvelope(2), command: { type: 'dismissNotice', noticeId: 'none' } };
    const programme = {
      ...walkEnvelope(3),
      command: { type: 'importProgramme', lines: [{ series: aSeries({ id: 'new' }), overrides: [] }] },
      actor: staff,
    };
    const good = [walkEnvelope(1), refused, [walkEnvelope(1), refused], []];
    for (const body of good) {
      expect(complaints(bodySchema('/api/commands'), body)).toEqual([]);
      expectDescribed('post', '/api/commands', await house.post('/api/commands', body));
    }
    expect(complaints(bodySchema('/api/commands'), programme)).toEqual([]);
    expectDescribed('post', '/api/commands', await house.operate('/api/commands', programme));
    for (const body of [{ ...walkEnvelope(9), id: 'x' }, { ...walkEnvelope(9), extra: 1 }, 'text']) {
      expect(complaints(bodySchema('/api/commands'), body)).not.toEqual([]);
      expectDescribed('post', '/api/commands', await house.post('/api/commands', body));
    }
    for (const reply of [
      await house.post('/api/commands', {
        ...walkEnvelope(1),
        actor: { residentId: 'kees', proof: 'name', visitId: 'v' },
      }),
      await house.post('/api/commands', [{ id: commandId(7) }]),
      await house.post('/api/commands', walkEnvelope(1), { cookie: '' }),
      await house.post('/api/commands', walkEnvelope(1), { origin: 'https://evil.example' }),
      await house.post('/api/commands', walkEnvelope(1), { 'content-type': 'text/plain' }),
    ]) {
      expectDescribed('post', '/api/commands', reply);
    }
    house.store.fail(true);
    expectDescribed('post', '/api/commands', await house.post('/api/commands', walkEnvelope(5)));
  });

  test('to reading', async () => {
    const house = await openTestHouse({ rows });
    await house.post('/api/commands', walkEnvelope(1));
    const board = await house.get('/api/board');
    expectDescribed('get', '/api/board', board);
    expectDescribed(
      'get',
      '/api/board',
      await house.get('/api/board', { 'if-none-match': String(board.headers.etag) }),
    );
    expectDescribed('get', '/api/board', await house.raw('/api/board'));
    expectDescribed('get', '/api/changes', await house.get('/api/changes?after=other0000:1'));
    expectDescribed('get', '/api/changes', await house.get('/api/changes'));
    expectDescribed('get', '/api/health', await house.raw('/api/health'));
    expectDescribed('get', '/api/openapi.json', await house.raw('/api/openapi.json'));
    house.store.fail(true);
    expectDescribed('get', '/api/health', await house.raw('/api/health'));
  });

  test('to identifying, enrolling and importing', async () => {
    const house = await openTestHouse({ rows, demo: true });
    for (const card of ['1', '2']) {
      const body = { card, visitId: 'v' };
      expect(complaints(bodySchema('/api/identify'), body)).toEqual([]);
      expectDescribed('post', '/api/identify', await house.post('/api/identify', body));
    }
    expectDescribed('post', '/api/identify', await house.post('/api/identify', {}));
    expectDescribed('post', '/api/devices', await house.operate('/api/devices', { name: 'hal' }));
    expectDescribed('post', '/api/devices', await house.post('/api/devices', { name: 'hal' }));
    expectDescribed('post', '/api/devices/demonstration', await house.post('/api/devices/demonstration', {}));
    expectDescribed(
      'post',
      '/api/devices/demonstration',
      await house.post('/api/devices/demonstration', {}, { via: 'x' }),
    );
    expectDescribed('post', '/api/import', await house.operate('/api/import', { files: {}, goodLines: true }));
    expectDescribed('post', '/api/import', await house.operate('/api/import', {}));
  });

  test('to picture codes', async () => {
    const house = await openTestHouse({
      rows: { ...rows, pictureCode: [{ id: 'anna', hash: secrets.hashPictureCode('anna', [1, 2, 3]) }] },
    });
    for (const pictures of [...Array(5).fill([0, 0, 0]), [1, 2, 3]]) {
      const body = { residentId: 'anna', pictures, visitId: 'v' };
      expect(complaints(bodySchema('/api/identify'), body)).toEqual([]);
      expectDescribed('post', '/api/identify', await house.post('/api/identify', body));
    }
    const right = { residentId: 'anna', pictures: [1, 2, 3], visitId: 'v' };
    house.setNow(MORNING + 900_000);
    const known = await house.post('/api/identify', right);
    expect(known.status).toBe(200);
    expectDescribed('post', '/api/identify', known);
    for (const pictures of [[1, 2, 9], [1, 2], null]) {
      const body = { ...right, pictures };
      expect(complaints(bodySchema('/api/identify'), body)).not.toEqual([]);
      expectDescribed('post', '/api/identify', await house.post('/api/identify', body));
    }
    const body = { residentId: 'nobody', pictures: [1, 2, 3] };
    expect(complaints(bodySchema('/api/picture-codes'), body)).toEqual([]);
    expectDescribed('post', '/api/picture-codes', await house.operate('/api/picture-codes', body));
    expectDescribed('post', '/api/picture-codes', await house.operate('/api/picture-codes', {}));
    expectDescribed('post', '/api/picture-codes', await house.post('/api/picture-codes', body));
  });

  test('to cards, lists in and lists out', async () => {
    const house = await openTestHouse({ rows });
    const cookie = await house.signIn('mila');
    const list = 'huisnummer;verdieping;voornaam;achternaam\n1;hoog;A;B\n101;1;Anna;Van Anna\n';
    const files = { residents: { name: 'b.csv', base64: Buffer.from(list).toString('base64') } };
    for (const body of [{ files }, { files, decisions: { residents: [{ line: 2, skip: true }] } }, {}]) {
      for (const path of ['/api/imports/preview', '/api/imports']) {
        expect(complaints(bodySchema(path), body).length > 0).toBe(!('files' in body));
        expectDescribed('post', path, await house.post(path, body, { cookie }));
      }
    }
    for (const body of [
      { residentId: 'anna', card: '1' },
      { residentId: 'riet', card: '1234' },
    ])
      expectDescribed('post', '/api/resident-cards', await house.post('/api/resident-cards', body, { cookie }));
    for (const body of [{ residentId: 'anna' }, { residentId: 'nobody' }, {}])
      expectDescribed('post', '/api/resident-erasures', await house.post('/api/resident-erasures', body, { cookie }));
    for (const path of ['/api/resident-cards', '/api/backups', '/api/exports/residents.csv']) {
      expectDescribed('get', path, await house.get(path));
      const reply = await house.get(path, { cookie });
      if (path.endsWith('.csv')) expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8');
      else expectDescribed('get', path, reply);
    }
  });

  test('to signing in and out', async () => {
    const house = await openTestHouse({ rows });
    for (const body of [{ name: 'Mila' }, { name: 'Nobody' }, { name: 'Noor', role: 'admin' }, {}])
      expectDescribed('post', '/api/sessions/links', await house.operate('/api/sessions/links', body));
    const body = { code: house.sessions.link('mila') };
    expect(complaints(bodySchema('/api/sessions'), body)).toEqual([]);
    expectDescribed('post', '/api/sessions', await house.post('/api/sessions', body));
    expectDescribed('post', '/api/sessions', await house.post('/api/sessions', body));
    const cookie = await house.signIn('mila');
    expectDescribed('get', '/api/sessions', await house.get('/api/sessions', { cookie }));
    expectDescribed('get', '/api/sessions', await house.get('/api/sessions'));
    expectDescribed('get', '/api/board', await house.get('/api/board?as=staff', { cookie }));
    expectDescribed('get', '/api/board', await house.get('/api/board?as=staff'));
    const draft = { staffId: 'mila', name: 'resident', value: { firstName: 'Ineke' } };
    const long = { ...draft, value: { firstName: 'x'.repeat(40_000) } };
    expect(complaints(bodySchema('/api/drafts'), draft)).toEqual([]);
    for (const one of [draft, { ...draft, staffId: 'sam' }, {}, long])
      expectDescribed('post', '/api/drafts', await house.post('/api/drafts', one, { cookie }));
    expectDescribed('get', '/api/drafts', await house.get('/api/drafts', { cookie }));
    expectDescribed('get', '/api/drafts', await house.get('/api/drafts'));
    const headers = { cookie, origin: house.origin };
    expectDescribed('delete', '/api/sessions', await house.raw('/api/sessions', { method: 'DELETE', headers }));
  });
});

test('every entry of the feed is as described', async () => {
  const house = await openTestHouse();
  await house.post('/api/commands', [
    walkEnvelope(1),
    { ...walkEnvelope(2), command: { type: 'dismissNotice', noticeId: 'x' } },
  ]);
  const entries = await house.authority.entriesAfter(0, 10);
  for (const { commandId: id, refusal, changes } of entries ?? []) {
    expect(complaints({ $ref: '#/components/schemas/FeedEntry' }, { commandId: id, refusal, changes })).toEqual([]);
  }
  expect(complaints({ $ref: '#/components/schemas/FeedEntry' }, { commandId: 1 })).not.toEqual([]);
});

test.each(problemCodes)('the problem %s has a sentence somebody can read', (code) => {
  const problem = problemOf(code);
  expect(problem.detail).toMatch(/^[A-Z].{15,}\.$/);
  expect(problem.status).toBeGreaterThanOrEqual(400);
  expect(problem.type).toBe(`urn:huiskamer:problem:${code}`);
});
