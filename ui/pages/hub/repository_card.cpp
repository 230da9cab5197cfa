#include "ui/pages/hub/repository_card.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "ui/models/hub_model.h"
#include "ui/pages/hub/hub_table.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"
#include "ui/widgets/kept_layout.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/status_pill.h"

namespace tunebench::ui {
namespace {

QLabel* wrappedLabel(TextRole role, const QString& objectName, QWidget* parent) {
    QLabel* label = makeLabel({}, role, parent);
    label->setObjectName(objectName);
    label->setWordWrap(true);
    return label;
}

QPushButton* actionButton(const QString& iconName, const QString& text, const QString& objectName,
                          QWidget* parent) {
    auto* button = new QPushButton(icon(iconName), text, parent);
    button->setObjectName(objectName);
    return button;
}

std::uint64_t bytesOf(const std::vector<HubFile>& files) {
    std::uint64_t bytes = 0;
    for (const HubFile& file : files)
        bytes += file.size.value_or(0);
    return bytes;
}

QString filesText(std::size_t count) {
    return count == 1 ? RepositoryCard::tr("1 file") : RepositoryCard::tr("%1 files").arg(count);
}

QString factsOf(const ShownRepository& shown) {
    QStringList facts;
    facts << (shown.repository.kind == RepositoryKind::Model ? RepositoryCard::tr("Model")
                                                             : RepositoryCard::tr("Data set"));
    if (shown.hit) {
        if (!shown.hit->task.empty())
            facts << toQt(shown.hit->task);
        facts << (shown.hit->licence.empty()
                      ? RepositoryCard::tr("no licence stated")
                      : RepositoryCard::tr("licence %1").arg(toQt(shown.hit->licence)));
        facts << (shown.hit->likes == 1 ? RepositoryCard::tr("1 like")
                                        : RepositoryCard::tr("%1 likes").arg(countText(shown.hit->likes)));
        if (!shown.hit->modified.empty())
            facts << RepositoryCard::tr("changed %1").arg(dayText(shown.hit->modified));
    }
    if (shown.cached && shown.cached->is_whole())
        facts << RepositoryCard::tr("%1 on disk").arg(bytesText(shown.cached->bytes));
    return facts.join(QStringLiteral(" · "));
}

}  // namespace

RepositoryCard::RepositoryCard(QWidget* parent) : Card({}, parent) {
    auto* pages = new QWidget(this);
    stack_ = new QStackedLayout(pages);
    QLabel* nothing = makeLabel(tr("Choose a row to see what it holds."), TextRole::Body, pages);
    setMuted(nothing);
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setWordWrap(true);
    stack_->addWidget(nothing);
    stack_->addWidget(buildContent());
    body()->addWidget(pages, 1);
    setAccessibleName(tr("The chosen repository"));
}

QWidget* RepositoryCard::buildContent() {
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::kUnit);
    auto* title = new QHBoxLayout;
    name_ = wrappedLabel(TextRole::Heading, QStringLiteral("repository_name"), content);
    name_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    state_ = new StatusPill(content);
    name_->setMinimumHeight(state_->sizeHint().height());  // nothing moves when it appears
    title->addWidget(name_, 1);
    title->addWidget(state_, 0, Qt::AlignTop);
    column->addLayout(title);
    facts_ = wrappedLabel(TextRole::Caption, QStringLiteral("repository_facts"), content);
    column->addWidget(facts_);
    auto* revision = new QHBoxLayout;
    revision->setSpacing(spacing::kUnit);
    QLabel* label = makeLabel(tr("Revision"), TextRole::Body, content);
    setMuted(label);
    revision_ = new QLineEdit(QStringLiteral("main"), content);
    revision_->setObjectName(QStringLiteral("revision"));
    revision_->setAccessibleName(tr("Revision"));
    revision_->setToolTip(tr("A branch, a tag, a pull request (refs/pr/1) or a commit"));
    label->setBuddy(revision_);
    list_ = actionButton(QStringLiteral("file"), tr("Show files"), QStringLiteral("show_files"), content);
    revision->addWidget(label);
    revision->addWidget(revision_, 1);
    revision->addWidget(list_);
    column->addLayout(revision);
    message_ = new MessageBar(content);
    column->addWidget(message_);
    filesNote_ = wrappedLabel(TextRole::Caption, QStringLiteral("files_note"), content);
    filesNote_->setAlignment(Qt::AlignCenter);
    column->addWidget(filesNote_, 1);
    files_ = new HubTable(fileTitles(), {86, 108}, tr("Files"), content);
    markColumnsKept(files_, QStringLiteral("hub-files"));
    files_->setObjectName(QStringLiteral("files"));
    column->addWidget(files_, 1);
    sum_ = wrappedLabel(TextRole::Body, QStringLiteral("files_sum"), content);
    column->addWidget(sum_);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(spacing::kUnit);
    download_ = actionButton(QStringLiteral("hub"), tr("Download"), QStringLiteral("download"), content);
    use_ = actionButton(QStringLiteral("play"), tr("Use for the run"), QStringLiteral("use_repository"),
                        content);
    delete_ =
        actionButton(QStringLiteral("trash"), tr("Delete…"), QStringLiteral("delete_repository"), content);
    for (QPushButton* button : {download_, use_})
        actions->addWidget(button);
    actions->addStretch(1);
    actions->addWidget(delete_);
    column->addLayout(actions);
    connect(list_, &QPushButton::clicked, this, &RepositoryCard::filesRequested);
    connect(revision_, &QLineEdit::returnPressed, list_, &QPushButton::click);
    connect(download_, &QPushButton::clicked, this, &RepositoryCard::downloadRequested);
    connect(use_, &QPushButton::clicked, this, &RepositoryCard::useRequested);
    connect(delete_, &QPushButton::clicked, this, &RepositoryCard::deleteRequested);
    return content;
}

void RepositoryCard::showNothing() {
    shown_.reset();
    stack_->setCurrentIndex(0);
}

void RepositoryCard::showRepository(const ShownRepository& shown) {
    const bool isOther = !shown_ || shown_->repository != shown.repository;
    shown_ = shown;
    stack_->setCurrentIndex(1);
    if (isOther) {
        message_->clear();
        cachedFiles_.clear();
        isTooLarge_ = false;
        hasChoice_ = true;
        revision_->setText(QStringLiteral("main"));
        files_->setRows({});
        files_->hide();
        filesNote_->show();
        sum_->hide();
    }
    filesNote_->setText(shown.cached ? tr("Reading the cache…")
                                     : tr("“Show files” asks the hub for the files and their sizes."));
    showFacts();
    updateActions();
}

void RepositoryCard::showFacts() {
    name_->setText(toQt(shown_->repository.id));
    facts_->setText(factsOf(*shown_));
    const HubCell state = shown_->cached ? cachedState(*shown_->cached) : HubCell{};
    state_->setVisible(downloadState_ || shown_->cached);
    if (downloadState_ == DownloadState::Running)
        state_->setStatus(tr("Downloading"), PillTone::Active);
    else if (downloadState_ == DownloadState::Paused)
        state_->setStatus(tr("Paused"), PillTone::Neutral);
    else if (downloadState_)
        state_->setStatus(tr("Not downloaded"), PillTone::Bad);
    else
        state_->setStatus(state.text, state.dot == HubDot::Good ? PillTone::Good : PillTone::Warning);
    state_->setToolTip(state.help);
}

void RepositoryCard::showFiles(std::vector<HubFile> files, const std::function<int(const HubFile&)>& fateOf) {
    std::vector<HubRow> rows;
    for (const HubFile& file : files)
        rows.push_back(fileRow(file, static_cast<FileFate>(fateOf(file))));
    files_->setRows(std::move(rows));
    files_->show();
    filesNote_->hide();
    sum_->show();
}

void RepositoryCard::showListing(const RepositoryListing& listing, std::uint64_t freeBytes) {
    const auto chosen = choose_files(shown_->repository, listing.files, {});
    std::vector<HubFile> missing;
    const bool isSameCommit = shown_->cached && shown_->cached->commit == listing.commit;
    const auto isHere = [&](const HubFile& file) {
        return isSameCommit &&
               std::any_of(cachedFiles_.begin(), cachedFiles_.end(), [&](const HubFile& here) {
                   return here.path == file.path && here.size == file.size;
               });
    };
    const auto fateOf = [&](const HubFile& file) {
        if (isHere(file))
            return static_cast<int>(FileFate::InCache);
        if (is_pickle(file.path))
            return static_cast<int>(FileFate::Pickle);
        const bool isChosen = chosen && std::find(chosen->begin(), chosen->end(), file) != chosen->end();
        if (isChosen)
            missing.push_back(file);
        return static_cast<int>(isChosen ? FileFate::Chosen : FileFate::NotNeeded);
    };
    showFiles(listing.files, fateOf);
    hasChoice_ = chosen.has_value();
    message_->clear();
    if (!chosen)
        message_->showError(chosen.error());
    const std::uint64_t needed = bytesOf(missing);
    isTooLarge_ = freeBytes > 0 && needed > freeBytes;
    sum_->setText(!chosen           ? tr("Nothing here is downloaded.")
                  : missing.empty() ? tr("Everything that is needed lies in the cache.")
                  : freeBytes == 0
                      ? tr("Download fetches %1 in %2.").arg(bytesText(needed), filesText(missing.size()))
                      : tr("Download fetches %1 in %2; %3 of the disk are free.")
                            .arg(bytesText(needed), filesText(missing.size()), bytesText(freeBytes)));
    if (isTooLarge_)
        message_->show(MessageKind::Warning, tr("The disk has too little room"),
                       tr("%1 are needed and %2 are free. Delete something, or put the cache elsewhere with "
                          "HF_HUB_CACHE.")
                           .arg(bytesText(needed), bytesText(freeBytes)));
    updateActions();
}

void RepositoryCard::showCachedFiles(const std::vector<HubFile>& files) {
    cachedFiles_ = files;
    showFiles(files, [](const HubFile& file) {
        return static_cast<int>(is_pickle(file.path) ? FileFate::Pickle : FileFate::InCache);
    });
    sum_->setText(tr("In the cache: %1 in %2.").arg(bytesText(bytesOf(files)), filesText(files.size())));
    filesNote_->setVisible(files.empty());
    filesNote_->setText(tr("No file has come to its end yet."));
    files_->setVisible(!files.empty());
}

void RepositoryCard::showError(const Error& error) {
    message_->showError(error);
}

void RepositoryCard::setBlocked(const QString& reason) {
    blocked_ = reason;
    updateActions();
}

void RepositoryCard::setListing(bool isListing) {
    isListing_ = isListing;
    updateActions();
}

void RepositoryCard::setDownload(std::optional<DownloadState> state) {
    downloadState_ = state;
    if (shown_)
        showFacts();
    updateActions();
}

DownloadRequest RepositoryCard::request() const {
    const QString revision = revision_->text().trimmed();
    return {.repository = shown_->repository,
            .revision = revision.isEmpty() ? "main" : revision.toStdString()};
}

void RepositoryCard::updateActions() {
    if (!shown_)
        return;
    const bool canAsk = blocked_.isEmpty();
    const bool isWhole = shown_->cached && shown_->cached->is_whole();
    list_->setEnabled(canAsk && !isListing_);
    list_->setText(isListing_ ? tr("Asking…") : tr("Show files"));
    list_->setToolTip(canAsk ? tr("Asks the hub for the files and their sizes") : blocked_);
    download_->setEnabled(canAsk && !downloadState_ && !isTooLarge_ && hasChoice_);
    download_->setText(isWhole ? tr("Update") : tr("Download"));
    download_->setToolTip(!canAsk          ? blocked_
                          : downloadState_ ? tr("It is among the downloads below")
                          : isTooLarge_    ? tr("The disk has too little room")
                          : isWhole        ? tr("Fetches what is newer on the hub")
                                           : tr("Fetches what loading and training need"));
    use_->setEnabled(isWhole);
    use_->setToolTip(isWhole ? tr("Fills it into Setup") : tr("It has to be downloaded first"));
    delete_->setVisible(shown_->cached.has_value());
    delete_->setEnabled(!downloadState_);
    delete_->setToolTip(tr("Takes it out of the cache"));
    setButtonKind(use_, isWhole ? ButtonKind::Primary : ButtonKind::Normal);
    setButtonKind(download_, isWhole ? ButtonKind::Normal : ButtonKind::Primary);
    download_->setIcon(isWhole ? icon(QStringLiteral("hub")) : iconOnAccent(QStringLiteral("hub")));
    use_->setIcon(isWhole ? iconOnAccent(QStringLiteral("play")) : icon(QStringLiteral("play")));
}

}  // namespace tunebench::ui
