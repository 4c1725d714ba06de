import { type TieFamily, tieFamilies } from '../../model/vocabulary/kinds.ts';
import { marks } from '../../model/vocabulary/marks.ts';
import { cornerMarks, tieFamilyMarks, tieStyles } from '../../model/vocabulary/tieMarks.ts';
import type { Scene } from '../canvas/scene.ts';
import { widthSteps } from '../canvas/style/tieLook.ts';
import type { Picture } from '../client/subgraph.ts';
import { useWords } from '../i18n/useWords.ts';
import { Checkbox, Select } from '../parts/controls.tsx';
import { EntityMark } from '../parts/EntityMark.tsx';
import { type DutyView, familyOf, toggledIn } from '../state/board/filters.ts';
import { useBoard } from '../state/board/store.ts';
import { useTheme } from '../theme/useTheme.ts';
import { LineSample } from './LineSample.tsx';

const dutyViews: readonly DutyView[] = ['show', 'fade', 'hide'];

/** What is here, with counts; a tick takes a kind off the picture. */
export function LegendPanel({ scene, picture }: { scene: Scene; picture: Picture }) {
  const { t, say, types, number } = useWords();
  const theme = useTheme();
  const { filters, setFilters } = useBoard();
  const byType = count([...picture.entities.values()].map((entity) => entity.type));
  const byFamily = count(picture.ties.map((tie) => familyOf(tie.kind)));
  const dutyTies = picture.ties.filter((tie) => tie.duty).length;
  const isFamily = (name: string): name is TieFamily => Object.hasOwn(tieFamilies, name);
  const signs = [...scene.nodes.values()];
  return (
    <div className="legend">
      <h2>{t('legend.entities')}</h2>
      {byType.map(([type, n]) => (
        <div className="row legend-row" key={type}>
          <Checkbox
            isSelected={!filters.types.has(type)}
            onChange={() => setFilters({ ...filters, types: toggledIn(filters.types, type) })}
          >
            <EntityMark type={type} size={18} /> {types(type)}
          </Checkbox>
          <span className="grow" />
          <span>{number(n)}</span>
        </div>
      ))}
      <h2>{t('legend.ties')}</h2>
      {byFamily
        .filter(([family]) => isFamily(family))
        .map(([family, n]) =>
          isFamily(family) ? (
            <div className="row legend-row" key={family}>
              <Checkbox
                isSelected={!filters.families.has(family)}
                onChange={() => setFilters({ ...filters, families: toggledIn(filters.families, family) })}
              >
                <LineSample
                  colour={tieFamilyMarks[family].colour[theme]}
                  pattern="solid"
                  letter={say(tieFamilyMarks[family].letter)}
                />{' '}
                {say(tieFamilies[family].label)}
              </Checkbox>
              <span className="grow" />
              <span>{number(n)}</span>
            </div>
          ) : null,
        )}
      <div className="row legend-row">
        <Select
          label={t('legend.duty', { n: number(dutyTies) })}
          value={filters.duty}
          options={dutyViews.map((id) => ({ id, text: t(`legend.duty.${id}`) }))}
          onChange={(id) => setFilters({ ...filters, duty: dutyViews.find((view) => view === id) ?? 'show' })}
        />
      </div>
      <Checkbox isSelected={filters.dim} onChange={(dim) => setFilters({ ...filters, dim })}>
        {t('legend.dim')}
      </Checkbox>
      <h2>{t('legend.howLines')}</h2>
      {Object.values(tieStyles).map((style) => (
        <div className="row legend-row" key={style.line}>
          <LineSample colour={tieFamilyMarks.other.colour[theme]} pattern={style.line} /> {say(style.label)}
        </div>
      ))}
      <div className="row legend-row">
        {widthSteps.map(({ from, width }) => (
          <span key={from} className="row">
            <LineSample colour={tieFamilyMarks.other.colour[theme]} pattern="solid" width={width} /> ≥ {from}
          </span>
        ))}
      </div>
      <h2>{t('legend.signs')}</h2>
      <p className="row legend-row">
        <EntityMark type="Person" roles={['official']} size={18} /> {say(marks.official.label)}{' '}
        <span className="grow" />
        {number(signs.filter((node) => node.official).length)}
      </p>
      <p className="row legend-row">
        <span className="tag">{cornerMarks.recordedSuspect.sign}</span> {say(cornerMarks.recordedSuspect.label)}{' '}
        <span className="grow" />
        {number(signs.filter((node) => node.suspect).length)}
      </p>
      <p className="row legend-row">
        <span className="faint">+N</span> {t('legend.more')}
      </p>
      <p className="faint fairness">{t('common.fairness')}</p>
    </div>
  );
}

function count(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
