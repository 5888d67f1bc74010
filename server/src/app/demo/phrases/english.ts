import { said } from '../themes/model.ts';
import type { Phrases } from './model.ts';

export const english: Phrases = {
  hello: said(`
    Hi all,
    Hello everyone,
    Hi there,
    Hey folks,
    Good morning,
    Hello,
  `),
  helloFormal: said(`
    Dear all,
    Hello everyone,
    Good morning,
    Hello,
  `),
  helloChat: said(`
    Hi!
    Hey all,
    Hello,
    Morning!
    Hi folks,
  `),
  newcomer: said(`
    New here, we've had our <modele> for {three weeks|a month}.
    First post, please be kind!
    Long time reader, first time writer.
    I live in <ville> and my French is not quite good enough for the main section, sorry.
  `),
  questionEnds: said(`
    Thanks in advance!
    Any ideas?
    What would you do?
    (trouble) Has anyone been through this?
    Grateful for any hint.
    I searched older posts but found nothing.
    (trouble) Am I missing something obvious?
  `),
  questionEndsChat: said(`
    Any idea?
    Anyone?
    (trouble) Is that normal?
    Thoughts?
    Thanks!
  `),
  adviceLeads: said(`
    (trouble) Had exactly that.
    (trouble) Same thing here last year.
    For what it's worth:
    What worked for me:
    (trouble) Nothing serious I think.
    (calm) Good question.
    From <ans> years on a <modele>:
    My two cents:
    Just to add:
  `),
  adviceEnds: said(`
    Good luck!
    Let us know how it goes.
    Costs nothing to try.
    Hope that helps.
    I can post a picture tonight if you like.
    (trouble) Saved me a trip to the workshop.
    Works for us, anyway.
  `),
  workshopEnds: said(`
    Learnt that at the evening workshop, by the way.
    We did that together at Tuesday's evening workshop.
    Come to the evening workshop on Tuesday, there's an English table.
  `),
  sameHere: said(`
    Same problem here, following.
    Glad I'm not the only one.
    +1, same bike, same story.
    Same in <ville>. Looking forward to the answers.
    Happens to me every other day, which is even more annoying.
  `),
  follows: said(`
    Following with interest!
    We've been wondering the same.
    Good question, I was about to ask.
    Taking notes, we're next.
  `),
  agrees: said(`
    Couldn't agree more.
    That's what I would have said.
    (trouble) +1, check that first.
    (trouble) Can confirm, that was enough for us.
    Good point, hadn't thought of it.
  `),
  doubts: said(`
    (trouble) Not so sure, it changed nothing on mine.
    (trouble) Careful, I did that and it came back a month later.
    It depends on the terrain, I think. Would not work in <ville>.
  `),
  thanks: said(`
    Thanks a lot!
    Thank you all.
    Brilliant, thanks.
    Cheers, that's very helpful.
    Oh nice, I'd never have thought of that.
    You people are great.
  `),
  thanksEnds: said(`
    (trouble) I'll try this weekend and report back.
    (trouble) Will check tonight.
    I'll keep you posted.
    We'll start with that.
    (trouble) Off to the shed.
  `),
  nudges: said(`
    (trouble) Anyone? I'm still stuck.
    Bumping this, just in case.
    (trouble) Still no luck on my side…
  `),
  lastWords: said(`
    (trouble) Great news, thanks for reporting back.
    (trouble) Glad it works! Ride safe.
    (trouble) Love a happy ending.
    You're welcome!
    Perfect, this will help others.
  `),
  late: said(`
    (trouble) Digging this up: same problem this week and the fix above worked.
    Found this thread by chance and it saved my day.
    Does it still hold, a few {weeks|months} later?
  `),
  staffHello: said(`
    Hello <prenom>,
    (trouble) Hi <prenom>, thanks for reporting this.
    Hello <prenom>, and thank you for your message.
    Thanks for asking <prenom>.
  `),
  staffEnds: said(`
    Happy riding!
    We're here if you need anything.
    Have a good day,
    Ride safe,
  `),
  staffAny: said(`
    I'll ask the workshop and come back to you by {tomorrow|the end of the week}.
    Good question, I'll check with the technical team and answer here so everyone can read it.
    Nothing to add, the advice above is sound. If in doubt, come and see us.
    (trouble) Could you send us a picture and the frame number in a private message? That will be quicker.
    We're following this one closely. If more of you are affected please say so here.
  `),
  outcomes: said(`
    (trouble) Solved, thanks to all of you!
    (trouble) Reporting back as promised: all good now.
    (trouble) I mixed two of your tips and it works.
    (calm) That answers my question, thank you.
    Case closed on my side. Thanks again.
  `),
  introTitles: said(`
    Hello from <ville>
    <moi> says hi
    New <modele> in <ville>
  `),
  introWho: said(`
    I'm <moi>, I live in <ville> and we just picked up our <modele>.
    <moi> here, two kids, one steep hill and a {brand new|second hand} <modele>.
    My name is <moi>. After a year of thinking about it the <modele> is finally in the hallway.
  `),
  introWhy: said(`
    We sold the car in {June|January} and haven't looked back.
    The plan is <km3> km a day whatever the weather. We'll see about that.
    <enfant> picked the colour, so that was settled.
    I have loads of questions but I'll read first.
  `),
  introEnds: said(`
    Looking forward to chatting!
    If anyone rides around <ville>, give me a shout.
    Happy to be here.
  `),
  welcomes: said(`
    Welcome <prenom>!
    Welcome aboard, there's no going back.
    Welcome! Keep an eye on the tyre pressure during the first month.
    Hi <prenom>, nice to see the English corner growing.
    Welcome, and pictures please!
  `),
  staffWelcomes: said(`
    Welcome <prenom>, and thank you for choosing us! Remember to book the first service, it's included.
    The whole team says welcome. There is an English guide pinned at the top.
  `),
  introAnswers: said(`
    Thanks for the warm welcome!
    Thank you all, pictures are coming.
    Cheers <prenom>, noted!
  `),
  closings: said(`
    Kind regards,
    Best,
    All the best,
    Cheers,
    Have a good week,
  `),
};
