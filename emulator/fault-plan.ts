import type { Damage, Fault, When } from './faults.js';

/** What a platform sees in a request's path: one of its routes and, where there is one, a setting's key. */
export interface Place<Route extends string> {
  readonly route: Route;
  readonly key?: string;
}

/** The faults that wait for their requests. */
export interface FaultPlan<Route extends string> {
  set(route: Route | 'all', fault: Fault | undefined, when?: When): void;
  choose(place: Place<Route> | undefined): { readonly delay: number; readonly damage: Damage | undefined };
}

interface Rule<Route extends string> {
  readonly route: Route | 'all';
  readonly fault: Fault;
  readonly when: When;
  seen: number;
}

/** Begins a plan without faults; of several faults for one request the one set last is taken. */
export function createFaultPlan<Route extends string>(): FaultPlan<Route> {
  let rules: Rule<Route>[] = [];
  return {
    set(route, fault, when = {}) {
      if (fault !== undefined) rules.push({ route, fault, when, seen: 0 });
      else rules = rules.filter((rule) => route !== 'all' && rule.route !== route);
    },
    choose(place) {
      let delay = 0;
      let damage: Damage | undefined;
      for (const { fault } of rules.filter((rule) => isDue(rule, place))) {
        if (fault.kind === 'latency') delay = fault.ms;
        else damage = fault;
      }
      return { delay, damage };
    },
  };
}

function isDue<Route extends string>(rule: Rule<Route>, place: Place<Route> | undefined): boolean {
  if (rule.route !== 'all' && rule.route !== place?.route) return false;
  const { key, nth, first } = rule.when;
  if (key !== undefined && key !== place?.key) return false;
  rule.seen++;
  return (nth === undefined || rule.seen === nth) && (first === undefined || rule.seen <= first);
}
