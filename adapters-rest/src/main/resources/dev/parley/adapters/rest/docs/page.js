// Nothing outside this host: the document is ours, and the validator that Swagger UI would ask for a badge is switched off.
// Tokens stay in this tab: nothing is kept in the browser's storage.
SwaggerUIBundle({
  url: '/v1/openapi.json',
  dom_id: '#swagger-ui',
  presets: [SwaggerUIBundle.presets.apis],
  layout: 'BaseLayout',
  validatorUrl: 'none',
  queryConfigEnabled: false,
  persistAuthorization: false,
  withCredentials: false,
  deepLinking: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: false
});
