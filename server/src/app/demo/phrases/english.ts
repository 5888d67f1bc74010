import { lines } from '../themes/model.ts';
import type { Phrases } from './model.ts';

export const english: Phrases = {
  hello: lines(`
    Hi all,
    Hello everyone,
    Hi there,
    Hey folks,
    Good morning,
    Hello,
  `),
  helloFormal: lines(`
    Dear all,
    Hello everyone,
    Good morning,
    Hello,
  `),
  helloChat: lines(`
    Hi!
    Hey all,
    Hello,
    Morning!
    Hi folks,
  `),
  newcomer: lines(`
    New here, we've had our <modele> for {three weeks|a month}.
    First post, please be kind!
    Long time reader, first time writer.
    I live in <ville> and my French is not quite good enough for the main section, sorry.
  `),
  questionEnds: lines(`
    Thanks in advance!
    Any ideas?
    What would you do?
    Has anyone been through this?
    Grateful for any hint.
    I searched older posts but found nothing.
    Am I missing something obvious?
  `),
  questionEndsChat: lines(`
    Any idea?
    Anyone?
    Is that normal?
    Thoughts?
    Thanks!
  `),
  adviceLeads: lines(`
    Had exactly that.
    Same thing here last year.
    For what it's worth:
    What worked for me:
    Nothing serious I think.
    Good question.
    From <ans> years on a <modele>:
    My two cents:
    Just to add:
  `),
  adviceEnds: lines(`
    Good luck!
    Let us know how it goes.
    Worth trying before you spend anything.
    Hope that helps.
    I can post a picture tonight if you like.
    Saved me a trip to the workshop.
  `),
  workshopEnds: lines(`
    Learnt that at the evening workshop, by the way.
    We did that together at Tuesday's evening workshop.
    Come to the evening workshop on Tuesday, there's an English table.
  `),
  sameHere: lines(`
    Same problem here, following.
    Glad I'm not the only one.
    +1, same bike, same story.
    Same in <ville>. Looking forward to the answers.
    Happens to me every other day, which is even more annoying.
  `),
  follows: lines(`
    Following with interest!
    We've been wondering the same.
    Good question, I was about to ask.
    Taking notes, we're next.
  `),
  agrees: lines(`
    Couldn't agree more.
    That's what I would have said.
    +1, check that first.
    Can confirm, that was enough for us.
    Good point, hadn't thought of it.
  `),
  doubts: lines(`
    Not so sure, it changed nothing on mine.
    Careful, I did that and it came back a month later.
    It depends on the terrain, I think. Would not work in <ville>.
  `),
  thanks: lines(`
    Thanks a lot!
    Thank you all.
    Brilliant, thanks.
    Cheers, that's very helpful.
    Oh nice, I'd never have thought of that.
    You people are great.
  `),
  thanksEnds: lines(`
    I'll try this weekend and report back.
    Will check tonight.
    I'll keep you posted.
    We'll start with that.
    Off to the shed.
  `),
  nudges: lines(`
    Anyone? I'm still stuck.
    Bumping this, just in case.
    Still no luck on my side…
  `),
  lastWords: lines(`
    Great news, thanks for reporting back.
    Glad it works! Ride safe.
    Love a happy ending.
    You're welcome!
    Perfect, this will help others.
  `),
  late: lines(`
    Digging this up: same problem this week and the fix above worked.
    Found this thread by chance and it saved my day.
    Does it still hold, a few {weeks|months} later?
  `),
  staffHello: lines(`
    Hello <prenom>,
    Hi <prenom>, thanks for reporting this.
    Hello, and sorry for the wait.
    Thanks for asking <prenom>.
  `),
  staffEnds: lines(`
    Happy riding!
    We're here if you need anything.
    Have a good day,
    Ride safe,
  `),
  staffAny: lines(`
    I'll ask the workshop and come back to you by {tomorrow|the end of the week}.
    Good question, I'll check with the technical team and answer here so everyone can read it.
    Nothing to add, the advice above is sound. If in doubt, come and see us.
    Could you send us a picture and the frame number in a private message? That will be quicker.
    We're following this one closely. If more of you are affected please say so here.
  `),
  outcomes: lines(`
    Solved, thanks to all of you!
    Reporting back as promised: all good now.
    I mixed two of your tips and it works.
    That answers my question, thank you.
    Case closed on my side. Thanks again.
  `),
  introTitles: lines(`
    Hello from <ville>
    <moi> says hi
    New <modele> in <ville>
  `),
  introWho: lines(`
    I'm <moi>, I live in <ville> and we just picked up our <modele>.
    <moi> here, two kids, one steep hill and a {brand new|second hand} <modele>.
    My name is <moi>. After a year of thinking about it the <modele> is finally in the hallway.
  `),
  introWhy: lines(`
    We sold the car in {June|January} and haven't looked back.
    The plan is <km3> km a day whatever the weather. We'll see about that.
    <enfant> picked the colour, so that was settled.
    I have loads of questions but I'll read first.
  `),
  introEnds: lines(`
    Looking forward to chatting!
    If anyone rides around <ville>, give me a shout.
    Happy to be here.
  `),
  welcomes: lines(`
    Welcome <prenom>!
    Welcome aboard, there's no going back.
    Welcome! Keep an eye on the tyre pressure during the first month.
    Hi <prenom>, nice to see the English corner growing.
    Welcome, and pictures please!
  `),
  staffWelcomes: lines(`
    Welcome <prenom>, and thank you for choosing us! Remember to book the first service, it's included.
    The whole team says welcome. There is an English guide pinned at the top.
  `),
  introAnswers: lines(`
    Thanks for the warm welcome!
    Thank you all, pictures are coming.
    Cheers <prenom>, noted!
  `),
  closings: lines(`
    Kind regards,
    Best,
    All the best,
    Cheers,
    Have a good week,
  `),
};
