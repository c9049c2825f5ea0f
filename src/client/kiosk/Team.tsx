/** Ons team: everybody with face, function, whether they are there today, and their number in large digits. */
import type { TeamFace } from '../../domain/team-views.ts';
import { wholeTeam } from '../../domain/team-views.ts';
import { Header } from '../ui/Header.tsx';
import { Name } from '../ui/Name.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { withDayAndTime } from './DayAndTime.tsx';
import { useRows } from './DayRows.tsx';
import { Face, mainFunction } from './Face.tsx';
import { Bar, moreTool, toolsOf } from './frame.tsx';
import { digits } from './now.ts';
import { pageOf } from './paging.ts';

export function Team({ board, page }: BoardProps & { readonly page: number }) {
  const app = useApp();
  const { t } = app.i18n;
  const team = wholeTeam(board, app.minute.value);
  // Whoever is away counts too: their number may be called.
  const { list, paging } = useRows(app, { subject: 'team', count: team.length, page }, false);
  const next = paging.page + 1 < paging.pages ? [moreTool(app, paging.page + 1)] : [];
  const here = team.filter(({ today }) => today !== null).length;
  return (
    <Screen
      id={`team ${paging.page}`}
      header={
        <Header
          title={t('help:team')}
          {...withDayAndTime(app, {
            dial: <Pictogram name="team" />,
            sub: here === 0 ? t('help:subNobody') : t('help:teamHere', { count: here }),
          })}
          tools={toolsOf(app, next)}
        />
      }
      bar={<Bar current="none" />}
    >
      <main class="rows" ref={list} style={{ '--rows': paging.rows }}>
        {pageOf(team, paging).map((each) => (
          <Member key={each.member.id} board={board} face={each} />
        ))}
      </main>
    </Screen>
  );
}

function Member({ board, face: { member, today } }: BoardProps & { readonly face: TeamFace }) {
  const app = useApp();
  const { t } = app.i18n;
  const does = mainFunction(member.function);
  return (
    <div class="row whole">
      <div class={today === null ? 'slip member' : 'slip member today'}>
        <span class="side">
          <Face board={board} member={member} />
        </span>
        <span class="text wide">
          <span class="name">
            <Name text={member.name} />
          </span>
          {does === '' ? null : (
            <span class="meta" lang="nl">
              <Name text={does} />
            </span>
          )}
          <span class="meta">
            {today === null ? (
              t('help:notToday')
            ) : (
              <b>{today.until === null ? t('help:today') : t('help:todayUntil', { time: digits(today.until) })}</b>
            )}
          </span>
          {member.phone === null ? null : (
            <span class="number">
              <bdi>{member.phone}</bdi>
            </span>
          )}
        </span>
      </div>
    </div>
  );
}
