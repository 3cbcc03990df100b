#include "support/test_storage.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "adapters/fake/storage.hpp"
#include "adapters/sql/storage.hpp"

namespace commis::test {

std::vector<sql::Migration> source_migrations(sql::EngineKind kind) {
    std::vector<std::pair<std::string, std::string>> read;
    for (const auto& entry : std::filesystem::directory_iterator(COMMIS_SOURCE_DIR "/migrations")) {
        std::ifstream file(entry.path());
        read.emplace_back(entry.path().string(), std::string(std::istreambuf_iterator<char>(file), {}));
    }
    std::vector<std::pair<std::string_view, std::string_view>> files(read.begin(), read.end());
    return sql::migrations_from(files, kind);
}

TestStorage::TestStorage(StorageKind kind) {
    if (kind == StorageKind::fake) {
        storage_ = std::make_unique<fake::Storage>();
        return;
    }
    const auto engine = kind == StorageKind::sqlite ? sql::EngineKind::sqlite : sql::EngineKind::postgres;
    database_ = std::make_unique<TestEngine>(engine);
    auto storage = std::make_unique<sql::Storage>(database_->open_again(), source_migrations(engine));
    storage->migrate(1'700'000'000'000);
    on_engine_ = storage.get();
    storage_ = std::move(storage);
}

TestStorage::~TestStorage() { storage_.reset(); }

bool TestStorage::is_available(StorageKind kind) {
    return kind != StorageKind::postgres || TestEngine::is_available(sql::EngineKind::postgres);
}

sql::Engine* TestStorage::engine() const { return on_engine_ == nullptr ? nullptr : &on_engine_->engine(); }

}  // namespace commis::test
