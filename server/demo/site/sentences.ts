interface Theme {
  first: readonly string[];
  second: readonly string[];
}

/** What people here talk about. Any opening of a theme goes with any of its endings. */
export const THEMES = {
  walks: {
    first: [
      'Nineteen kilometres along the old mill stream today, most of it in somebody’s unmown field.',
      'The footpath by the quarry is open again after two winters.',
      'Found a milestone that no map of mine knows about.',
      'Took the long way home on purpose.',
      'Walked out in fog, came back in sun, never saw the moment it changed.',
      'There is a bench on the ridge that faces the wrong way and it is perfect.',
      'Third attempt at the coast path without getting lost: lost.',
    ],
    second: [
      'If you want the route, ask, I drew it on the back of a receipt.',
      'My boots have filed a complaint.',
      'Next Sunday again, bring tea.',
      'A heron came along for part of it.',
      'Nobody said a word for an hour and it was the best talk of the week.',
      'I would do it again tomorrow if my knees were asked politely.',
    ],
  },
  web: {
    first: [
      'My whole site is eleven files now.',
      'Moved the guestbook to a machine that fits in a teacup.',
      'A page I wrote fourteen years ago still loads in less time than it takes to say so.',
      'Spent the evening deleting a dependency. Nothing broke.',
      'Somebody wrote me an actual letter because of a page about fonts for bus stops.',
      'Today’s visitors: six people, two robots and my mother.',
      'I put a door on my home page. It only opens at night.',
    ],
    second: [
      'Small webs are warm webs.',
      'View source if you like, it is all there.',
      'No build step was harmed.',
      'The feed still works, as feeds do.',
      'If yours is small too, send me the address and I will visit.',
      'I am keeping it exactly this size.',
    ],
  },
  repairs: {
    first: [
      'The kitchen radio speaks again. It was one capacitor and a dead spider.',
      'Repair bench tonight: nine toasters, one accordion, no manuals.',
      'A customer brought a lamp “beyond hope”. It was the switch.',
      'Learned to solder at sixty-one, says the man who just fixed his own doorbell.',
      'Opened a sewing machine from 1938 and it smelled of somebody’s front room.',
      'There is a screw left over and everything works.',
      'Replaced a zip on a tent, which now counts as a new tent.',
    ],
    second: [
      'Doors open at ten, the kettle before that.',
      'We kept the old part, it earned its rest.',
      'Do not throw yours out, bring it round.',
      'I wrote down how, so that the next one takes ten minutes.',
      'Total cost: forty cents and a biscuit.',
      'The owner cried a little. So did I.',
    ],
  },
  garden: {
    first: [
      'First beans of the year and they came up in a perfect question mark.',
      'The slugs held a meeting in the lettuce last night.',
      'Traded three tomato plants for a story about a well.',
      'Frost tonight, so every pot I own is now standing in the hallway.',
      'The crooked shed leaned a little further and I respect that.',
      'Planted garlic by the light of a bicycle lamp.',
      'A robin supervised the digging and found fault with all of it.',
    ],
    second: [
      'Seeds to share if anybody near the canal wants some.',
      'It will be soup by Thursday.',
      'I have learned nothing and I would do it all again.',
      'The neighbours’ cat has opinions.',
      'More rain, please, but politely.',
      'Come and see, the gate sticks, push.',
    ],
  },
  bread: {
    first: [
      'The starter is nine years old today and got the good flour.',
      'Four in the morning, oven at last, street still asleep.',
      'Somebody asked for the “ugly loaf” by name.',
      'New recipe from Aleppo by way of a bus driver in Leeds.',
      'Burned the first tray, which is a kind of tax.',
      'Rye with caraway is out at seven and gone by eight.',
      'I folded the dough forty times and thought of nothing at all.',
    ],
    second: [
      'Crumb like a cloud, if clouds had salt.',
      'Come early, or come hungry on another day.',
      'The recipe is on the door, in pencil.',
      'The birds get the ends, those are the rules.',
      'Butter is not optional.',
      'It sings when it cools, listen.',
    ],
  },
  music: {
    first: [
      'String seven has decided to be its own person.',
      'We sang the round in the underpass and the underpass sang back.',
      'Slow practice today: one bar, an hour, no regrets.',
      'Found a tuning in an old notebook that makes every chord sound like late September.',
      'A child in the front row conducted the whole second half.',
      'The piano in the station has a new sticker that says “gently”.',
      'Recorded the rain on the tin roof and kept its tempo.',
    ],
    second: [
      'Next rehearsal is Tuesday, all voices welcome, most of all uncertain ones.',
      'I have it on tape and will never be able to explain it.',
      'Bring something to shake.',
      'Nobody clapped between the movements because nobody breathed.',
      'It is still in my hands.',
      'Flat by a quarter tone and twice as happy.',
    ],
  },
  books: {
    first: [
      'Somebody returned a book after twenty-two years with a pressed fern in it.',
      'Finished the last chapter on the tram and missed my stop by a whole district.',
      'A reader asked for “the blue one about the sea” and I knew exactly which.',
      'The reading room is quiet in the way a forest is quiet.',
      'Someone has corrected the map in the front of the atlas. They are right.',
      'Today I shelved the same novel in three languages beside itself.',
      'Début d’un cycle de lectures à voix haute, le jeudi, tout doucement.',
    ],
    second: [
      'No fine. We kept the fern.',
      'I read the first page again at once.',
      'Open until nine on Thursdays, lamp on the left works best.',
      'Margins may contain opinions.',
      'If you have it, lend it.',
      'The last sentence is going to live with me for a while.',
    ],
  },
  sea: {
    first: [
      'Low water at 06:12 and the old harbour wall showed its teeth.',
      'Wind from the south-west, four, rising; laundry in, boats in, tea on.',
      'The ferry was late because of a seal. Nobody minded.',
      'Spring tide tonight, the causeway will be a rumour by nine.',
      'Counted eleven ships on the horizon and named them all wrong.',
      'The lamp turned all night and not one person saw it, which is the point.',
      'A message in a bottle came in. It was a shopping list.',
    ],
    second: [
      'Visibility good, spirits better.',
      'If you are out there, wave.',
      'Barometer says what my elbow said.',
      'I wrote it in the log in my best hand.',
      'High water at noon, mind the steps.',
      'The gulls would like a word.',
    ],
  },
} as const satisfies Record<string, Theme>;

export type ThemeName = keyof typeof THEMES;
