/**
 * How a member of the team comes in: six digits, a card, user name and password. A new code is shown once, to be written
 * down. Refuses to show what is there: nobody has it.
 */
import { useEffect, useState } from 'preact/hooks';
import type { StaffMember } from '../../domain/staff-member.ts';
import { inTwo, passwordLength, type Secret, type TeamAnswer, type Way, whyNotAccount } from '../app/staff-team.ts';
import { Button, State, Wrong } from './controls.tsx';
import { Dialog } from './Dialog.tsx';
import { useDesk } from './desk-context.ts';
import { Field, PasswordField, useShowWords } from './Field.tsx';
import { teamNo } from './team-words.ts';

export interface WaysDialogProps {
  readonly member: StaffMember;
  /** Null where the server has not said. */
  readonly secret: Secret | null;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

interface WayProps {
  readonly member: StaffMember;
  readonly secret: Secret | null;
  /** Runs it, says what came of it, and asks the server again. */
  readonly run: Run;
  readonly wrong: Wrongs;
}
type Wrongs = { readonly way: Way; readonly sentence: string } | null;
type Run = <Value>(way: Way, ask: Promise<TeamAnswer<Value>>, told: string) => Promise<Value | undefined>;

export function WaysDialog({ member, secret, onChanged, onClose }: WaysDialogProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const [wrong, setWrong] = useState<Wrongs>(null);
  const run: Run = async (way, ask, told) => {
    setWrong(null);
    const answer = await ask;
    if (!answer.ok) {
      setWrong({ way, sentence: teamNo(desk, answer.why) });
      return undefined;
    }
    app.say(told);
    onChanged();
    return answer.value;
  };
  const props = { member, secret, run, wrong };
  return (
    <Dialog title={t('deskteam:waysTitle', { name: member.name })} onClose={onClose}>
      <div class="s-stack">
        <CodeWay {...props} />
        <CardWay {...props} />
        <PasswordWay {...props} />
      </div>
    </Dialog>
  );
}

function CodeWay({ member, secret, run, wrong }: WayProps) {
  const { app, t } = useDesk();
  const [digits, setDigits] = useState<string | null>(null);
  const { name, id } = member;
  const give = async () => {
    setDigits((await run('code', app.team.giveCode(id), t('deskteam:codeGiven', { name }))) ?? null);
  };
  return (
    <section class="s-card" aria-labelledby="way-code">
      <WayHead id="way-code" title={t('deskteam:code')} has={secret?.code ?? null} />
      <p>{t('deskteam:codeIs')}</p>
      {digits === null ? null : (
        <div role="status">
          <p class="s-huge">{inTwo(digits)}</p>
          <p>{t('deskteam:codeOnce')}</p>
        </div>
      )}
      <Wrong id="way-code" sentence={wrong?.way === 'code' ? wrong.sentence : null} />
      <div class="s-row is-wrap">
        <Button tone={digits === null ? 'main' : 'plain'} onPress={() => void give()}>
          {t(secret?.code === true ? 'deskteam:codeNew' : 'deskteam:codeGive')}
        </Button>
        {secret?.code === true && digits === null ? (
          <TakeAway
            way="code"
            member={member}
            run={run}
            words={t('deskteam:codeRemove')}
            told={t('deskteam:codeRemoved', { name })}
          />
        ) : null}
      </div>
    </section>
  );
}

/** Held to a reader, or typed; what was read is never in sight. */
function CardWay({ member, secret, run, wrong }: WayProps) {
  const { app, t } = useDesk();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const save = async (card: string) => {
    setTyped('');
    if (card.trim() === '') return;
    const done = await run(
      'card',
      app.team.setCard(member.id, card.trim()),
      t('deskteam:cardGiven', { name: member.name }),
    );
    if (done !== undefined) setAsking(false);
  };
  useEffect(() => (asking ? app.hearCards((card) => void save(card)) : undefined), [asking]);
  return (
    <section class="s-card" aria-labelledby="way-card">
      <WayHead id="way-card" title={t('deskteam:card')} has={secret?.card ?? null} />
      {asking ? (
        <form
          class="s-form"
          onSubmit={(event) => {
            event.preventDefault();
            void save(typed);
          }}
        >
          <div class="is-secret">
            <Field
              label={t('deskteam:cardHold')}
              help={t('deskteam:cardType')}
              value={typed}
              maxLength={64}
              onInput={setTyped}
              focusFirst
            />
          </div>
          <div class="s-row is-wrap">
            <Button onPress={() => setAsking(false)}>{t('deskframe:stop')}</Button>
            <button type="submit" class="s-button">
              {t('deskteam:cardSave')}
            </button>
          </div>
        </form>
      ) : (
        <div class="s-row is-wrap">
          <Button onPress={() => setAsking(true)}>
            {t(secret?.card === true ? 'deskteam:cardNew' : 'deskteam:cardGive')}
          </Button>
          {secret?.card === true ? (
            <TakeAway
              way="card"
              member={member}
              run={run}
              words={t('deskteam:cardRemove')}
              told={t('deskteam:cardRemoved', { name: member.name })}
            />
          ) : null}
        </div>
      )}
      <Wrong id="way-card" sentence={wrong?.way === 'card' ? wrong.sentence : null} />
    </section>
  );
}

function PasswordWay({ member, secret, run, wrong }: WayProps) {
  const { app, t } = useDesk();
  const [asking, setAsking] = useState(false);
  const [userName, setUserName] = useState(secret?.userName ?? '');
  const [password, setPassword] = useState('');
  const [own, setOwn] = useState<string | null>(null);
  const words = useShowWords();
  const save = async () => {
    const account = { userName: userName.trim(), password };
    const no = whyNotAccount(account);
    setOwn(no === null ? null : t(`deskenter:${no}`));
    if (no !== null) return;
    const told = t('deskteam:passwordGiven', { name: member.name });
    const done = await run('password', app.team.setPassword({ staffId: member.id, ...account }), told);
    if (done !== undefined) setAsking(false);
  };
  return (
    <section class="s-card" aria-labelledby="way-password">
      <WayHead
        id="way-password"
        title={t('deskteam:password')}
        has={secret === null ? null : secret.userName !== null}
      />
      {asking ? (
        <form
          class="s-form"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <Field label={t('deskenter:userName')} value={userName} maxLength={40} onInput={setUserName} focusFirst />
          <PasswordField
            label={t('deskenter:newPassword')}
            help={t('deskenter:passwordRule', { count: passwordLength.least })}
            autocomplete="new-password"
            value={password}
            onInput={setPassword}
            words={words}
          />
          <div class="s-row is-wrap">
            <Button onPress={() => setAsking(false)}>{t('deskframe:stop')}</Button>
            <button type="submit" class="s-button">
              {t('deskenter:save')}
            </button>
          </div>
        </form>
      ) : (
        <>
          {secret?.userName == null ? null : <p>{t('deskteam:userIs', { userName: secret.userName })}</p>}
          <div class="s-row is-wrap">
            <Button onPress={() => setAsking(true)}>
              {t(secret?.userName == null ? 'deskteam:passwordGive' : 'deskteam:passwordNew')}
            </Button>
            {secret?.userName == null ? null : (
              <TakeAway
                way="password"
                member={member}
                run={run}
                words={t('deskteam:passwordRemove')}
                told={t('deskteam:passwordRemoved', { name: member.name })}
              />
            )}
          </div>
        </>
      )}
      <Wrong id="way-password" sentence={own ?? (wrong?.way === 'password' ? wrong.sentence : null)} />
    </section>
  );
}

function WayHead({ id, title, has }: { readonly id: string; readonly title: string; readonly has: boolean | null }) {
  const { t } = useDesk();
  return (
    <div class="s-card-head">
      <h3 id={id}>{title}</h3>
      {has === null ? null : <State tone={has ? 'ok' : 'off'}>{t(has ? 'deskteam:has' : 'deskteam:hasNot')}</State>}
    </div>
  );
}

interface TakeAwayProps {
  readonly way: Way;
  readonly member: StaffMember;
  readonly run: Run;
  readonly words: string;
  readonly told: string;
}

function TakeAway({ way, member, run, words, told }: TakeAwayProps) {
  const { app } = useDesk();
  return (
    <Button tone="stop" onPress={() => void run(way, app.team.takeAway(member.id, way), told)}>
      {words}
    </Button>
  );
}
