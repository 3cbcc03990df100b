#include "worker/print_job.hpp"

#include <chrono>
#include <filesystem>
#include <stdexcept>

#include "features/documents/files.hpp"
#include "features/documents/print.hpp"
#include "features/documents/sheets.hpp"
#include "worker/job_progress.hpp"

namespace commis::worker {
namespace {

namespace fs = std::filesystem;

constexpr std::int32_t page_size = 100;
constexpr std::size_t failures_kept = 100;
constexpr auto kept_for = std::chrono::hours(24);

// Prints hold people's names: whoever wanted one has it by now.
void remove_old(const fs::path& folder) {
    const auto limit = fs::file_time_type::clock::now() - kept_for;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        if (entry.last_write_time(ignored) < limit) fs::remove(entry.path(), ignored);
    }
}

class PrintRun {
public:
    PrintRun(const Services& services, ports::Job& job, domain::Shop shop, const std::string& path)
        : services_(services),
          job_(job),
          shop_(std::move(shop)),
          task_(documents::read_print_job(job)),
          progress_(services, job),
          batch_(services.drawer->batch(path, documents::pictures_of(services, shop_.id))) {}

    void run(const std::stop_token& stopping) {
        job_.failures.clear();
        job_.counts = {{"printed", 0}, {"skipped", 0}};
        job_.done = 0;
        if (!(documents::is_sheet(task_.kind) ? print_sheet() : print_orders(stopping))) return;
        if (job_.counts["printed"] == 0) throw std::runtime_error("nothing_to_print");
        batch_->finish();
        progress_.finish(ports::JobStatus::done);
    }

private:
    // False when it stopped on the way.
    bool print_orders(const std::stop_token& stopping) {
        std::int64_t reached = 0;
        for (auto items = page_after(reached); !items.empty(); items = page_after(reached)) {
            for (const ports::JobItem& item : items) {
                if (stopping.stop_requested()) {
                    progress_.release();
                    return false;
                }
                print_order(item.order_id);
                if (!progress_.save_now_and_then()) return false;
            }
            reached = items.back().position;
        }
        return true;
    }

    std::vector<ports::JobItem> page_after(std::int64_t position) {
        std::vector<ports::JobItem> items;
        services_.storage.read([&](ports::Snapshot& snapshot) {
            items = snapshot.jobs().items(job_.shop_id, job_.id, std::nullopt, position, page_size);
        });
        return items;
    }

    void print_order(const std::string& order_id) {
        const auto papers = documents::papers_of(services_, shop_, task_, order_id);
        job_.done += 1;
        if (!papers) {
            job_.counts["skipped"] += 1;
            const std::string code(domain::code_of(papers.error().refusal));
            if (job_.failures.size() < failures_kept) job_.failures.push_back({order_id, 0, "", code, ""});
            return;
        }
        for (const domain::Paper& paper : *papers) batch_->add(paper);
        job_.counts["printed"] += 1;
    }

    bool print_sheet() {
        ports::ListSheet sheet;
        services_.storage.read([&](ports::Snapshot& snapshot) {
            if (task_.kind == documents::PrintKind::supplier_list) {
                sheet = documents::supplier_sheet(services_, shop_, articles::supplier_list(snapshot, shop_.id),
                                                  task_.language);
                return;
            }
            std::vector<std::string> ids;
            for (const ports::JobItem& item :
                 snapshot.jobs().items(job_.shop_id, job_.id, std::nullopt, 0, articles::picked_orders_max)) {
                ids.push_back(item.order_id);
            }
            const auto list = ids.empty()
                                  ? articles::pick_list(snapshot, shop_.id)
                                  : articles::pick_list(snapshot, shop_.id, snapshot.orders().find_many(shop_.id, ids));
            sheet = documents::pick_sheet(services_, shop_, list, task_.language);
        });
        batch_->add(sheet);
        job_.counts["printed"] = 1;
        job_.done = job_.total.value_or(1);
        return true;
    }

    const Services& services_;
    ports::Job& job_;
    const domain::Shop shop_;
    const documents::PrintTask task_;
    JobProgress progress_;
    std::unique_ptr<ports::DocumentBatch> batch_;
};

}  // namespace

void run_print_job(const Services& services, ports::Job& job, const std::string& data_folder,
                   const std::stop_token& stopping) {
    std::optional<domain::Shop> shop;
    services.storage.read([&](ports::Snapshot& snapshot) { shop = snapshot.shops().find(job.shop_id); });
    if (!shop) throw std::runtime_error("the job's shop is not there any more");
    if (services.drawer == nullptr) throw std::logic_error("nothing here draws documents");
    const fs::path path = fs::path(data_folder) / documents::print_path(job.id);
    fs::create_directories(path.parent_path());
    remove_old(path.parent_path());
    PrintRun(services, job, std::move(*shop), path).run(stopping);
}

}  // namespace commis::worker
