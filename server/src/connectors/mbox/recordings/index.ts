import type { Recording } from '@passerelle/kit/conformance';

function mailbox(...messages: readonly string[]): string {
  return messages.map((message) => `${message}\n\n`).join('');
}

/** Made-up people of a made-up botanical society. */
export const recordings: readonly Recording[] = [
  {
    name: 'monthly files of a list server',
    files: {
      'herbier-dev/2021-March.txt': mailbox(
        `From odile at herbier.example  Mon Mar  1 09:00:00 2021
From: odile at herbier.example (=?ISO-8859-1?Q?Odile_B=E9langer?=)
Date: Mon, 1 Mar 2021 10:00:00 +0100
Subject: [herbier-dev] =?utf-8?B?w4l0aXF1ZXR0ZXMgOiBxdWVsIGZvcm1hdA==?=
	=?utf-8?B?wqA/?=
Message-ID: <a1@herbier.example>

Bonjour,
From now on labels are printed twice.
>From the old shelf only.

--
Odile`,
        `From bo at musee.example  Tue Mar  2 08:30:00 2021
From: bo at musee.example (Bo Li)
Date: Tue, 2 Mar 2021 08:30:00 -0000
Subject: Re: [herbier-dev] Labels
In-Reply-To: <a1@herbier.example> (Odile's message of "Mon, 1 Mar 2021")
References: <a1@herbier.example>
Message-ID: <a2@musee.example>

> Bonjour,
Twice is fine.`,
      ),
      'herbier-dev/2021-April.txt': mailbox(
        `From zoe at serre.example  Thu Apr  1 12:00:00 2021
From: zoe at serre.example (Zoe N'Diaye)
Date: Thu, 1 Apr 2021 07:00:00 -0500 (EST)
Subject: Re: Labels
In-Reply-To: <a2@musee.example>
References: <a1@herbier.example>
	<a2@musee.example>
Message-ID: <a3@serre.example>

Once would do.`,
        `From odile at herbier.example  Fri Apr  2 09:00:00 2021
From: odile at herbier.example (Odile B.)
Date: Fri, 2 Apr 2021 09:00:00 +0200
Subject: Re: Labels
In-Reply-To: <a3@serre.example>
Message-ID: <a4@herbier.example>

Once, then.`,
        `From bo at musee.example  Sat Apr  3 09:00:00 2021
From: bo at musee.example
Date: Sat, 3 Apr 2021 09:00:00 GMT
Subject: An answer to nobody here
References: <gone@elsewhere.example> <gone2@elsewhere.example>
Message-ID: <a5@musee.example>

Found it.`,
        `From bo at musee.example  Sun Apr  4 09:00:00 2021
From: bo at musee.example (Bo Li)
Date: Sun, 4 Apr 2021 09:00:00
Subject: Re: Lost ids

Without any id, and without a zone.`,
      ),
    },
  },
  {
    name: 'a mailbox with all of MIME',
    files: {
      'herbier.mbox': Buffer.from(
        mailbox(
          `From - Mon Jan  3 10:00:00 2022
List-Id: =?utf-8?Q?Herbier_des_=C3=AEles?= <iles.herbier.example>
From: "Tremblay, Ana" <Ana@Iles.example>
Date: Mon, 03 Jan 2022 10:00:00 +0000
Subject: [Herbier des =?utf-8?Q?=C3=AEles?=] Photos
Message-ID: <m1@iles.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b1"

--b1
Content-Type: multipart/alternative; boundary="b2"

--b2
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Voil=C3=A0 les photos de la foug=
=C3=A8re.
--b2
Content-Type: text/html; charset=utf-8

<p>Voilà les photos de la fougère.</p>
--b2--
--b1
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="fern.png"

iVBORw0KGgo=
--b1--`,
          `From ana@iles.example Mon Jan  3 11:00:00 +0000 2022
List-Id: <iles.herbier.example>
From: Karim via Herbier <iles@herbier.example>
Reply-To: Karim Haddad <karim@quai.example>
Date: Mon, 3 Jan 2022 12:00:00 +0100
Subject: Re: Photos
In-Reply-To: <m1@iles.example>
Message-ID: <m2@quai.example>
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: base64

VHLocyBiZWxsZXMgIQ==`,
          `From - Tue Jan  4 10:00:00 2022
List-Id: <iles.herbier.example>
From: \xe9mile@quai.example (\xc9mile)
From: nobody@example
Date: Tue, 4 Jan 2022 10:00 CET
Subject: R\xe9p: Photos
References: <m1@iles.example>
Message-ID: <m3@quai.example>
Content-Type: text/html

<p>D\xe9j\xe0 vu.</p>`,
        ),
        'latin1',
      ),
    },
  },
];
