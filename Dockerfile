FROM node:22-bookworm-slim AS web
WORKDIR /src/app/web
COPY app/web/package.json app/web/package-lock.json app/web/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY app/web ./
RUN npm run build

# The Python on which constraints.txt was written.
FROM python:3.11-slim-bookworm AS python
WORKDIR /src
RUN python -m venv /opt/backchannel
COPY pyproject.toml README.md constraints.txt ./
COPY ontology ontology
COPY graph graph
COPY app app
COPY --from=web /src/app/web/static app/web/static
RUN /opt/backchannel/bin/pip install --no-cache-dir --constraint constraints.txt .

FROM python:3.11-slim-bookworm
RUN useradd --uid 10001 --create-home backchannel && install --directory --owner backchannel /data
COPY --from=python /opt/backchannel /opt/backchannel
# Reading is open to whoever reaches the port; writing from outside the container needs BACKCHANNEL_WRITE_TOKEN.
ENV PATH=/opt/backchannel/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    BACKCHANNEL_STORE=/data/store
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
# http.client, since urllib would ask a proxy for this very machine.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["python", "-c", "from http.client import HTTPConnection as C; c = C('127.0.0.1', 8000, timeout=4); c.request('GET', '/health'); raise SystemExit(c.getresponse().status != 200)"]
CMD ["backchannel", "serve", "--host", "0.0.0.0", "--port", "8000"]
