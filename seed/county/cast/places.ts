/** The places: a county, its towns and villages, none of which is on any map of ours. */
import type { Random } from '../basics/random.ts';

export const COUNTY_NAME = '青岚县';

const TOWN_FIRST = ['柳渡', '白沙', '石门', '望川', '桐岭', '落霞', '云桥', '竹溪', '枫坪', '盐泉', '双槐', '古渡'];
const TOWN_MORE = ['青坞', '鹿鸣', '沙洲', '寒塘', '松坎', '梅岗', '龙堰', '碧潭'];
const VILLAGE_FIRST = [...'上下东西南北前后大小新老'];
const VILLAGE_SECOND = ['石桥', '柳林', '井坎', '竹园', '麻地', '水磨', '瓦窑', '枣沟', '油坊', '渔湾', '桑田', '茶坡'];

export interface Village {
  /** As addresses are written: county, town, village; a place lies in another when its text begins with the other's. */
  area: string;
  name: string;
  town: Town;
  /** Half of its families bear one of these. */
  clans: string[];
}

export interface Town {
  area: string;
  name: string;
  villages: Village[];
}

export interface Places {
  county: string;
  towns: Town[];
  villages: Village[];
}

export function makePlaces(people: number, drawClan: () => string, random: Random): Places {
  const townCount = Math.min(20, Math.max(6, Math.round(6 * (people / 6000) ** 0.3)));
  const villagesPerTown = Math.min(15, Math.max(3, Math.round(3 * (people / 6000) ** 0.35)));
  const names = random.shuffle(TOWN_FIRST).concat(TOWN_MORE).slice(0, townCount);
  const villageNames = random.shuffle(VILLAGE_FIRST.flatMap((first) => VILLAGE_SECOND.map((second) => first + second)));
  const towns = names.map((stem) => {
    const town: Town = { name: `${stem}镇`, area: `${COUNTY_NAME}${stem}镇`, villages: [] };
    // two towns may each have a village of one name, as real towns do
    for (const name of random.sample(villageNames, villagesPerTown)) {
      const clans = [drawClan(), drawClan()];
      town.villages.push({ name: `${name}村`, area: `${town.area}${name}村`, town, clans });
    }
    return town;
  });
  return { county: COUNTY_NAME, towns, villages: towns.flatMap((town) => town.villages) };
}
