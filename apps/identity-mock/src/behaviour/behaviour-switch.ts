import { type Behaviour, changedBehaviour, GOOD_BEHAVIOUR } from './behaviour';

/** Holds the behaviour of the moment. */
export class BehaviourSwitch {
  private behaviour = GOOD_BEHAVIOUR;

  get current(): Behaviour {
    return this.behaviour;
  }

  change(body: unknown): Behaviour {
    this.behaviour = changedBehaviour(this.behaviour, body);
    return this.behaviour;
  }
}
