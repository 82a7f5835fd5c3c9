#include "cmos/publish.h"

#include <utility>

#include "cmos/browser.h"
#include "publish/http.h"
#include "publish/sign_in.h"
#include "publish/storage.h"
#include "publish/system_ports.h"
#include "publish/uploader.h"
#include "publish/url.h"

namespace cmos {

Result<void> check_api_url(const std::string& url) {
  if (const auto parsed = SafeUrl::parse(url); !parsed) return tl::unexpected(parsed.error());
  return {};
}

Result<std::filesystem::path> sign_in(const SignInOptions& options,
                                      const std::function<void(const std::string& url)>& show) {
  HttpClient http;
  const TokenStore store(config_folder());
  const auto open = [&](const std::string& url) {
    show(url);
    open_browser(url);
  };
  const auto credentials = sign_in_and_keep(http, SystemClock(), store, options, open);
  if (!credentials) return tl::unexpected(credentials.error());
  return store.file();
}

SignOut sign_out() {
  HttpClient http;
  return sign_out(http, TokenStore(config_folder()));
}

struct Uploads::State {
  explicit State(UploadSettings with) : settings(std::move(with)) {}

  Result<void> open();
  Result<Credentials> credentials(const std::function<Result<std::filesystem::path>()>& ask) const;

  const UploadSettings settings;
  UploadJobs jobs;
  HttpClient http;
  SystemClock clock;
  const TokenStore store{config_folder()};
  std::optional<StateFile> file;
  std::optional<Uploader> uploader;
};

Result<void> Uploads::State::open() {
  if (file) return {};
  auto opened = StateFile::open(state_folder());
  if (!opened) return tl::unexpected(opened.error());
  file = std::move(*opened);
  return {};
}

Result<Credentials> Uploads::State::credentials(
    const std::function<Result<std::filesystem::path>()>& ask) const {
  if (!ask) return find_credentials(store, nullptr);
  return find_credentials(store, [&]() -> Result<Credentials> {
    if (const auto kept = ask(); !kept) return tl::unexpected(kept.error());
    return find_credentials(store, nullptr);
  });
}

Uploads::Uploads(const UploadSettings& settings) : state_(std::make_unique<State>(settings)) {}

Uploads::~Uploads() = default;

Result<void> Uploads::add(UploadJob job) {
  return state_->jobs.add(std::move(job));
}

bool Uploads::empty() const {
  return state_->jobs.all().empty();
}

Result<UploadPlan> Uploads::plan_offline() const {
  const auto known = read_state(state_folder());
  if (!known) return tl::unexpected(known.error());
  const auto quota = quota_of(*known, state_->clock, state_->settings.daily_units);
  return cmos::plan_offline(state_->jobs, *known, quota, state_->settings.options);
}

WithDiagnostics<std::optional<UploadPlan>> Uploads::plan(
    const std::function<Result<std::filesystem::path>()>& ask) {
  auto& [settings, jobs, http, clock, store, file, uploader] = *state_;
  WithDiagnostics<std::optional<UploadPlan>> result;
  auto& diagnostics = result.diagnostics;
  if (const auto opened = state_->open(); !opened) {
    diagnostics.push_back(to_diagnostic(opened.error(), "upload"));
    return result;
  }
  if (auto warning = check_token_file(store)) diagnostics.push_back(std::move(*warning));
  auto credentials = state_->credentials(ask);
  if (!credentials) {
    diagnostics.push_back(to_diagnostic(credentials.error(), store.file().string()));
    return result;
  }
  uploader.emplace(http, clock, store, std::move(*credentials), *file, settings);
  result.value = uploader->plan(jobs);
  return result;
}

void Uploads::carry_out(UploadPlan& plan, const std::function<void(const UploadOutcome&)>& tell,
                        const std::function<bool()>& is_interrupted) {
  state_->uploader.value().carry_out(state_->jobs, plan, tell, is_interrupted);
}

}  // namespace cmos
