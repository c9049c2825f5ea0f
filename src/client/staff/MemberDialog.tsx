/** Somebody new in the team, or what is known of a member changed or taken away. Says first what taking away does. */
import { useState } from 'preact/hooks';
import type { StaffMember, StaffRole } from '../../domain/staff-member.ts';
import { rolesToGive } from '../app/staff-team.ts';
import { Button, Select, Wrong } from './controls.tsx';
import { Dialog } from './Dialog.tsx';
import { type BoardProps, useDesk } from './desk-context.ts';
import { refusalWords } from './desk-words.ts';
import { FaceField } from './FaceField.tsx';
import { Field } from './Field.tsx';
import { PresenceField } from './PresenceField.tsx';
import { roleWord } from './team-words.ts';
import { useBegun } from './use-begun.ts';

export interface MemberDialogProps extends BoardProps {
  /** Null is somebody new. */
  readonly member: StaffMember | null;
  readonly onClose: () => void;
}

const nobody: Omit<StaffMember, 'id'> = {
  name: '',
  role: 'volunteer',
  function: '',
  contact: false,
  calls: false,
  phone: null,
  presence: [],
};

/** Without the id: it is not typed. */
const memberFields = ({ id: _, ...fields }: Omit<StaffMember, 'id'> & { readonly id?: string }) => fields;

export function MemberDialog({ board, member, onClose }: MemberDialogProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const begun = useBegun('member', member?.id ?? null, memberFields(member ?? nobody));
  const { fields: draft, put } = begun;
  const [wrong, setWrong] = useState<string | null>(null);
  const [removing, setRemoving] = useState(false);
  const stop = () => {
    begun.drop();
    onClose();
  };
  const roles = rolesToGive(app.me, member);
  const named = draft.name.trim() !== '';
  const save = () => {
    if (!named) return setWrong(t('deskteam:noName'));
    const { name, role, function: does, contact, calls, phone, presence } = draft;
    const fields = {
      name: name.trim(),
      role,
      function: does.trim(),
      contact,
      calls,
      phone: phone?.trim() || null,
      presence,
    };
    const command = { type: 'putStaffMember', id: member?.id ?? null, ...fields } as const;
    const no = app.act(command, {
      text: t(member === null ? 'deskteam:added' : 'deskteam:saved', { name: fields.name }),
    });
    if (no !== null) return setWrong(no.type === 'nameTaken' ? t('deskteam:nameTaken') : refusalWords(desk, no, null));
    stop();
  };
  if (removing && member !== null) return <RemoveMember member={member} onClose={stop} />;
  return (
    <Dialog title={member === null ? t('deskteam:addTitle') : member.name} onClose={stop}>
      <div class="s-form">
        <div class="s-fields">
          <Field
            label={t('deskteam:name')}
            value={draft.name}
            maxLength={80}
            onInput={(name) => put({ name })}
            wrong={wrong}
            focusFirst={member === null}
          />
          <Select<StaffRole>
            id="member-role"
            label={t('deskteam:role')}
            value={draft.role}
            choices={roles.map((role) => ({ value: role, text: roleWord(desk, role) }))}
            onChoose={(role) => put({ role })}
          />
          <Field
            label={t('deskteam:function')}
            help={t('deskteam:functionHelp')}
            value={draft.function}
            maxLength={120}
            onInput={(does) => put({ function: does })}
          />
          <Field
            label={t('deskteam:phone')}
            help={t('deskteam:phoneHelp')}
            type="tel"
            value={draft.phone ?? ''}
            maxLength={30}
            onInput={(phone) => put({ phone: phone === '' ? null : phone })}
          />
        </div>
        {roles.length === 1 ? <p class="is-soft">{t('deskteam:rolesWhy')}</p> : null}
        {member === null ? null : <FaceField board={board} member={member} />}
        <PresenceField presence={draft.presence} onChange={(presence) => put({ presence })} />
        <label class="s-tick">
          <input
            type="checkbox"
            checked={draft.contact}
            onChange={({ currentTarget }) => put({ contact: currentTarget.checked })}
          />
          <span>{t('deskteam:contact')}</span>
        </label>
        {draft.role === 'volunteer' ? (
          <label class="s-tick">
            <input
              type="checkbox"
              checked={draft.calls}
              onChange={({ currentTarget }) => put({ calls: currentTarget.checked })}
            />
            <span>{t('deskteam:calls')}</span>
          </label>
        ) : null}
        <div class="s-ends">
          {member === null || member.id === app.me.staffId ? null : (
            <Button tone="stop" onPress={() => setRemoving(true)}>
              {t('deskteam:remove')}
            </Button>
          )}
          <Button onPress={stop}>{t('deskframe:stop')}</Button>
          <Button tone="main" onPress={save}>
            {named ? t(member === null ? 'deskteam:addSave' : 'deskteam:save') : t('deskteam:noNameYet')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function RemoveMember({ member, onClose }: { readonly member: StaffMember; readonly onClose: () => void }) {
  const desk = useDesk();
  const { app, t } = desk;
  const [wrong, setWrong] = useState<string | null>(null);
  const remove = () => {
    const no = app.act(
      { type: 'removeStaffMember', staffId: member.id },
      { text: t('deskteam:removed', { name: member.name }) },
    );
    if (no === null) onClose();
    else setWrong(no.type === 'lastAdmin' ? t('deskteam:lastAdmin') : refusalWords(desk, no, null));
  };
  return (
    <Dialog title={t('deskteam:removeTitle', { name: member.name })} onClose={onClose}>
      <div class="s-form">
        <ul class="s-list">
          <li>{t('deskteam:removeDoes1', { name: member.name })}</li>
          <li>{t('deskteam:removeDoes2')}</li>
          <li>{t('deskteam:removeDoes3')}</li>
        </ul>
        <Wrong id="remove" sentence={wrong} />
        <div class="s-ends">
          <Button onPress={onClose}>{t('deskteam:keep')}</Button>
          <Button tone="stop" onPress={remove}>
            {t('deskteam:removeYes', { name: member.name })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
