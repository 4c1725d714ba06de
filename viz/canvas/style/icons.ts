import armchair from '@tabler/icons/outline/armchair.svg?raw';
import building from '@tabler/icons/outline/building.svg?raw';
import buildingBank from '@tabler/icons/outline/building-bank.svg?raw';
import bulb from '@tabler/icons/outline/bulb.svg?raw';
import calendarEvent from '@tabler/icons/outline/calendar-event.svg?raw';
import car from '@tabler/icons/outline/car.svg?raw';
import circlesRelation from '@tabler/icons/outline/circles-relation.svg?raw';
import creditCard from '@tabler/icons/outline/credit-card.svg?raw';
import fileInvoice from '@tabler/icons/outline/file-invoice.svg?raw';
import flag from '@tabler/icons/outline/flag.svg?raw';
import folder from '@tabler/icons/outline/folder.svg?raw';
import gavel from '@tabler/icons/outline/gavel.svg?raw';
import home from '@tabler/icons/outline/home.svg?raw';
import inbox from '@tabler/icons/outline/inbox.svg?raw';
import mapPin from '@tabler/icons/outline/map-pin.svg?raw';
import phone from '@tabler/icons/outline/phone.svg?raw';
import route from '@tabler/icons/outline/route.svg?raw';
import user from '@tabler/icons/outline/user.svg?raw';
import { drawingOf } from '../../parts/drawing.ts';

/** Icons of entities, by the names the vocabulary uses; drawn on the canvas and in lists from the same lines. */
export const entityIcons: Readonly<Record<string, readonly string[]>> = {
  armchair: drawingOf(armchair),
  building: drawingOf(building),
  'building-bank': drawingOf(buildingBank),
  bulb: drawingOf(bulb),
  'calendar-event': drawingOf(calendarEvent),
  car: drawingOf(car),
  'circles-relation': drawingOf(circlesRelation),
  'credit-card': drawingOf(creditCard),
  'file-invoice': drawingOf(fileInvoice),
  flag: drawingOf(flag),
  folder: drawingOf(folder),
  gavel: drawingOf(gavel),
  home: drawingOf(home),
  inbox: drawingOf(inbox),
  'map-pin': drawingOf(mapPin),
  phone: drawingOf(phone),
  route: drawingOf(route),
  user: drawingOf(user),
};
