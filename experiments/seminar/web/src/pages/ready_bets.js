// Bets that a teacher can take as they are; each is about something the sources say.
export const READY = {
  mtel: [
    {
      title: "Names on the notice",
      question: "If the completion notice no longer named the rep, would the desk’s customers wait longer or shorter?",
      a: {},
      b: { "channels.completion_notice_names_rep": false },
      measure: "wait_hours_desk_p50",
    },
    {
      title: "Credit where it arose",
      question:
        "If an order counted for whoever started it, by how much would the desk’s attainment after the service turn change?",
      a: {},
      b: { "incentives.attribution": "originator" },
      measure: "attainment_after_turn",
    },
    {
      title: "No service turn",
      question: "If no supervisor ever turned a team to service, what would become of the true cost of a contact?",
      a: {},
      b: { "managers.service_turn": "never" },
      measure: "cost_per_contact_true",
    },
    {
      title: "One more rep a unit",
      question: "With one more rep in every unit, how much shorter would customers of the desk wait?",
      a: {},
      b: { "people.reps_per_unit": 7 },
      measure: "wait_hours_desk_p50",
    },
  ],
  star_customer: [
    {
      title: "Silos or all for all",
      question: "If any sub-unit could take any segment’s calls, how much would the best customers’ wait change?",
      a: { "routing.overflow": "nobody" },
      b: { "routing.overflow": "everybody" },
      measure: "wait_minutes_stars",
    },
    {
      title: "What a menu hides",
      question: "If the supervisor put calls through by hand, how many callers would meet somebody of another segment?",
      a: {},
      b: { "routing.overflow": "by_hand" },
      measure: "overflow_share",
    },
  ],
  finserver: [
    {
      title: "A product for everybody",
      question:
        "Without the product that suits everybody, how many points an hour would be lost under the quality programme?",
      a: {},
      b: { "control.universal_product": false },
      measure: "points_per_hour_after",
    },
  ],
};
