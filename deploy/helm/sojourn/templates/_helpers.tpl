{{- define "sojourn.container" -}}
image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
imagePullPolicy: {{ .Values.image.pullPolicy }}
envFrom:
  - secretRef:
      name: {{ .Values.existingSecret }}
env:
  - name: SOJOURN_URL
    value: {{ .Values.url | quote }}
  - name: SOJOURN_TRUST_PROXY
    value: {{ ternary "1" "0" .Values.ingress.enabled | quote }}
  - name: SOJOURN_METRICS_PORT
    value: {{ .Values.metricsPort | quote }}
  - name: SOJOURN_METRICS_HOST
    value: "0.0.0.0"
  {{- range $name, $value := .Values.env }}
  - name: {{ $name }}
    value: {{ $value | quote }}
  {{- end }}
livenessProbe:
  httpGet: { path: /health, port: metrics }
  periodSeconds: 15
  failureThreshold: 4
readinessProbe:
  httpGet: { path: /ready, port: metrics }
  periodSeconds: 5
startupProbe:
  httpGet: { path: /ready, port: metrics }
  periodSeconds: 5
  failureThreshold: 120
resources:
  {{- toYaml .Values.resources | nindent 2 }}
securityContext:
  runAsNonRoot: true
  runAsUser: 1000
  allowPrivilegeEscalation: false
  capabilities: { drop: [ALL] }
{{- end -}}

{{- define "sojourn.podAnnotations" -}}
prometheus.io/scrape: "true"
prometheus.io/port: {{ .Values.metricsPort | quote }}
prometheus.io/path: /metrics
{{- end -}}
