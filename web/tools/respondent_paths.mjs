// SPDX-License-Identifier: EUPL-1.2
// web/tools/respondent_paths.mjs
//
// A Vite plugin for the development and preview servers: /s/<code> (a discussion), /suivi/<token>
// (what became of it), /e/<code> (a session of evaluation), /nouvelles/<token> (news of a home), /c/<token> (a figure that a team counts) and /q/<campaign> (a
// questionnaire) open respond.html, as the real server does.

const respondentPath = /^\/(s|e|suivi|nouvelles|c|q)\/[A-Za-z0-9_-]+(\/borne|\/papier)?\/?(\?|$)/;

function serveRespondPage(server) {
  server.middlewares.use((request, _response, next) => {
    if (respondentPath.test(request.url ?? '')) request.url = '/respond.html';
    next();
  });
}

export function respondentPaths() {
  return {
    name: 'respondent-paths',
    configureServer: serveRespondPage,
    configurePreviewServer: serveRespondPage,
  };
}
