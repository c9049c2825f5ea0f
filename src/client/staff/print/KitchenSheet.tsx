/** The kitchen sheet as it comes out of the printer: A4, black on white, nothing carried by tint (print-01). */
import type { Board } from '../../../domain/board.ts';
import type { MealList } from '../../../domain/meal-views.ts';
import { isLoose } from '../../../domain/sheet-views.ts';
import { houseName, PAPER_LINES } from '../../app/meal-parts.ts';
import { civilDate, clockTime, formatDay, formatTime } from '../../i18n/dates.ts';
import { Icon } from '../Icon.tsx';
import { capital, type MealSpeech, sheetName } from '../meal/meal-words.ts';
import type { Sheet, SheetGroup, SheetLine } from './sheet.ts';

export interface KitchenSheetProps {
  readonly board: Board;
  readonly speech: MealSpeech;
  readonly list: MealList;
  readonly sheet: Sheet;
  readonly number: number;
  /** "15:12", when it was made. */
  readonly time: string;
  /** Who takes the lines over. */
  readonly by: string;
}

export function KitchenSheet(props: KitchenSheetProps) {
  const { list, sheet, speech } = props;
  const { t } = speech;
  const pages = sheet.pages.length === 0 ? [[[], []] as const] : sheet.pages;
  return (
    <div class="k-sheet" lang="nl">
      {pages.map((columns, at) => (
        <article key={at} class="k-sheet-page">
          <Head {...props} page={at} pages={pages.length} />
          {at > 0 ? null : <Sums {...props} />}
          {sheet.boxes.people === 0 ? <p class="k-sheet-empty">{t('desksheet:empty')}</p> : null}
          <div class="k-sheet-columns">
            {columns.map((groups, column) => (
              <div key={column === 0 ? 'first' : 'second'}>
                {groups.map((group) => (
                  <Group key={group.key} group={group} speech={speech} hasDishes={list.choices.length > 0} />
                ))}
              </div>
            ))}
          </div>
          {at === pages.length - 1 ? <Foot {...props} /> : null}
        </article>
      ))}
    </div>
  );
}

function Head({
  board,
  list: { activity, menu },
  number,
  page,
  pages,
  speech,
  time,
}: KitchenSheetProps & { readonly page: number; readonly pages: number }) {
  const { t } = speech;
  const start = formatTime(clockTime(activity.startTime));
  const day = formatDay(speech, civilDate(activity.date));
  const parts = [t('desksheet:line', { house: houseName(board), time: start, room: activity.room })];
  if (menu !== null) {
    const what = menu.allergens.join(', ');
    parts.push(
      what === '' ? t('desksheet:menu', { menu: menu.menu }) : t('desksheet:menuWith', { menu: menu.menu, what }),
    );
  }
  return (
    <header class="k-sheet-head">
      <div>
        <h1>{t('desksheet:head', { meal: activity.title, day })}</h1>
        <p>{parts.join(' · ')}</p>
      </div>
      <div class="k-sheet-number">
        <b>{t('desksheet:number', { sheet: capital(sheetName(speech, number)) })}</b>
        <span>{t('desksheet:at', { time })}</span>
        {isLoose(number) ? <span>{t('desksheet:loose')}</span> : null}
        {pages === 1 ? null : <span>{t('desksheet:page', { page: page + 1, pages })}</span>}
      </div>
    </header>
  );
}

function Sums({ list, sheet, speech }: KitchenSheetProps) {
  const { t } = speech;
  const { boxes, clashes, fits, sum, unchecked } = sheet;
  return (
    <>
      <div class="k-sheet-boxes">
        <div class="is-all">
          <b>{boxes.people}</b>
          {t('desksheet:people', { count: boxes.people })}
        </div>
        {boxes.parts.map(({ count, words }) => (
          <div key={words}>
            <b>{count}</b>
            {words}
          </div>
        ))}
      </div>
      <p>{sum}</p>
      {!list.knowsDiets ? <p class="k-sheet-box">{t('desksheet:dietsUnknown')}</p> : null}
      {clashes.length === 0 && fits === '' && unchecked === '' ? null : (
        <section class="k-sheet-box">
          {clashes.length === 0 ? null : (
            <>
              <h2>
                <Icon name="warn" />
                {t('desksheet:clash', { count: clashes.length })}
              </h2>
              <table>
                <tbody>
                  {clashes.map(({ cannot, door, id, name, why }) => (
                    <tr key={id}>
                      <td>
                        <b>{door}</b>
                      </td>
                      <td>
                        <b>{name}</b>
                      </td>
                      <td>
                        <b>{cannot}</b>
                      </td>
                      <td>{why}</td>
                      <td>{t('desksheet:apart')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          )}
          {unchecked === '' ? null : (
            <p>
              <b>{t('desksheet:unchecked')}</b> {unchecked}.
            </p>
          )}
          {fits === '' ? null : (
            <p>
              <b>{t('desksheet:fits')}</b> {fits}.
            </p>
          )}
        </section>
      )}
    </>
  );
}

interface GroupProps {
  readonly group: SheetGroup;
  readonly speech: MealSpeech;
  readonly hasDishes: boolean;
}

function Group({ group: { lines, people, title }, hasDishes, speech }: GroupProps) {
  return (
    <section class="k-sheet-group">
      {title === '' ? null : (
        <h2>
          {title} <span>· {people}</span>
        </h2>
      )}
      <table>
        <tbody>
          {lines.map((line) => (
            <Line key={line.id} line={line} speech={speech} hasDishes={hasDishes} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ hasDishes, line, speech }: Omit<GroupProps, 'group'> & { readonly line: SheetLine }) {
  const { t } = speech;
  const dish = hasDishes && line.dish === '' ? '?' : line.dish;
  return (
    <tr>
      <td class="is-tick">
        <i />
      </td>
      <td class="is-door">
        <b>{line.door}</b>
      </td>
      <td>
        <b>{line.name}</b>
        {line.isGuest ? ` (${t('desksheet:guest')})` : ''}
        {line.diet === null ? null : <b class="is-diet"> ! {line.diet}</b>}
      </td>
      <td class="is-dish">{line.takeAway && dish === '' ? t('desksheet:away') : dish}</td>
    </tr>
  );
}

function Foot({ by, sheet, speech }: KitchenSheetProps) {
  const { t } = speech;
  return (
    <>
      <section class="k-sheet-pen">
        <h2>{t('desksheet:write', { name: by })}</h2>
        <ol>
          {Array.from({ length: PAPER_LINES }, (_, at) => (
            <li key={at}>
              <span>{at + 1}</span>
              <span>{t('desksheet:door')}</span>
              <span>{t('desksheet:dish')}</span>
            </li>
          ))}
        </ol>
      </section>
      <footer class="k-sheet-foot">{sheet.since}</footer>
    </>
  );
}
