// The same people as in the network as a list, for the keyboard and for readers of screens.
import { h } from "../core/element.js";

export class PersonChoice {
  constructor(onPerson) {
    this.element = h("select", {
      "aria-label": "Person",
      class: "person-choice",
      onchange: (event) => onPerson(event.target.value === "" ? null : Number(event.target.value)),
    });
  }

  setLayout(layout) {
    const groups = layout.groups.map((group, number) => {
      const members = layout.people
        .map((person, index) => ({ person, index }))
        .filter(({ person }) => person.group === number);
      return h(
        "optgroup",
        { label: group.label },
        members.map(({ person, index }) => h("option", { value: index }, `${person.name} (${person.post})`)),
      );
    });
    this.element.replaceChildren(h("option", { value: "" }, "a person’s diary …"), ...groups);
  }

  choose(index) {
    this.element.value = index === null ? "" : String(index);
  }
}
