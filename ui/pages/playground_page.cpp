#include "ui/pages/playground_page.h"

#include <algorithm>

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QStackedLayout>
#include <QTabBar>
#include <QVBoxLayout>

#include "core/hub/hub_name.h"
#include "core/run/run_sources.h"
#include "ui/forms/param_form.h"
#include "ui/pages/playground/answer_view.h"
#include "ui/pages/playground/prompt_card.h"
#include "ui/pages/playground/prompt_keeper.h"
#include "ui/pages/playground/sampling_card.h"
#include "ui/pages/playground/speaker_source.h"
#include "ui/pages/playground/token_card.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/path_edit.h"
#include "ui/workbench.h"

namespace tunebench::ui {
namespace {

constexpr char kModel[] = "playground/model";
constexpr char kPrompt[] = "playground/prompt";
constexpr char kSystem[] = "playground/system";
constexpr char kChat[] = "playground/chat";
constexpr char kSampling[] = "playground/sampling";
constexpr int kSaveMs = 1000;
constexpr int kDeskLines = 16;  // the least height of prompt, token and sampling in lines of text

bool isAdapter(const std::filesystem::path& folder) {
    std::error_code ignored;
    return std::filesystem::exists(folder / "adapter_config.json", ignored);
}

}  // namespace

PlaygroundPage::PlaygroundPage(Workbench& workbench, QWidget* parent)
    : QWidget(parent), workbench_(workbench), speakers_(new SpeakerSource(workbench.dataFolder(), this)) {
    setAcceptDrops(true);
    stack_ = new QStackedLayout(this);
    auto* empty = new EmptyState(QStringLiteral("playground"), tr("Nobody to ask yet"),
                                 tr("Choose a model: it answers here beside its adapters, on the same prompt "
                                    "and with the same seed, and shows how sure it was of every token."),
                                 tr("Choose a model folder…"), this);
    connect(empty, &EmptyState::activated, this, &PlaygroundPage::chooseModel);
    stack_->addWidget(empty);
    stack_->addWidget(buildContent());
    connectAnswers();
    restore();
    rememberWhenChanged();
    onModelChanged();
}

PlaygroundPage::~PlaygroundPage() {
    remember();
}

QWidget* PlaygroundPage::buildContent() {
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(spacing::kPage, spacing::kWide, spacing::kPage, spacing::kWide);
    layout->setSpacing(12);
    layout->addWidget(buildHeader());
    layout->addWidget(buildModelRow());
    message_ = new MessageBar(page);
    layout->addWidget(message_);
    columns_ = new AnswerColumns(page);
    layout->addWidget(columns_, 1);
    layout->addWidget(buildDesk());
    return page;
}

QWidget* PlaygroundPage::buildHeader() {
    auto* header = new QWidget(this);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kWide);
    row->addWidget(makeLabel(tr("Playground"), TextRole::Title, header));
    mode_ = new QTabBar(header);
    mode_->setObjectName(QStringLiteral("playground_mode"));
    mode_->setAccessibleName(tr("How the model is asked"));
    mode_->setExpanding(false);
    mode_->setDrawBase(false);
    mode_->addTab(tr("Complete"));
    mode_->addTab(tr("Chat"));
    row->addWidget(mode_);
    row->addStretch(1);
    return header;
}

QWidget* PlaygroundPage::buildModelRow() {
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kUnit);
    row->addWidget(makeLabel(tr("Model"), TextRole::Body, line));
    model_ = new PathEdit(PathKind::Folder, line);
    model_->lineEdit()->setObjectName(QStringLiteral("playground_model"));
    model_->lineEdit()->setAccessibleName(tr("Model"));
    model_->setRecent(workbench_.recentModels());
    row->addWidget(model_, 1);
    add_ = new QPushButton(tr("Add a column"), line);
    add_->setObjectName(QStringLiteral("add_column"));
    add_->setToolTip(tr("Up to four answer side by side; a folder that is dropped here gets a column too"));
    row->addWidget(add_);
    return line;
}

QWidget* PlaygroundPage::buildDesk() {
    desk_ = new QWidget(this);
    auto* row = new QHBoxLayout(desk_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kUnit);
    prompt_ = new PromptCard(desk_);
    row->addWidget(prompt_, 5);
    token_ = new TokenCard(desk_);
    row->addWidget(token_, 3);
    sampling_ = new SamplingCard(desk_);
    row->addWidget(sampling_, 4);
    fitDesk();
    return desk_;
}

/// As high as all fields of sampling need, where that leaves the answers most of the page.
void PlaygroundPage::fitDesk() {
    const int least = kDeskLines * fontMetrics().lineSpacing();
    desk_->setFixedHeight(std::max(least, std::min(sampling_->sizeHint().height(), height() / 3)));
}

void PlaygroundPage::connectAnswers() {
    keeper_ = new PromptKeeper(
        prompt_->keepMenu(), message_, workbench_.settings(), [this] { return prompt_->prompt(); },
        [this] {
            std::vector<KeptAnswer> kept;
            for (const AnswerColumn* column : columns_->columns())
                if (auto row = column->row())
                    kept.push_back({.speaker = column->speaker().name, .row = *std::move(row)});
            return kept;
        });
    connect(keeper_, &PromptKeeper::setupEdited, this, &PlaygroundPage::setupEdited);
    connect(keeper_, &PromptKeeper::setupRequested, this, &PlaygroundPage::setupRequested);
    connect(model_, &PathEdit::pathChanged, this, &PlaygroundPage::onModelChanged);
    connect(mode_, &QTabBar::currentChanged, this, [this](int tab) { setChat(tab == 1); });
    connect(add_, &QPushButton::clicked, columns_, &AnswerColumns::addColumn);
    connect(speakers_, &SpeakerSource::changed, columns_, &AnswerColumns::offer);
    connect(columns_, &AnswerColumns::countChanged, this, &PlaygroundPage::updateAnswering);
    connect(columns_, &AnswerColumns::abandoned, this,
            [this](std::int64_t number) { workbench_.bridge().host().cancel(number); });
    connect(columns_, &AnswerColumns::folderRequested, this, &PlaygroundPage::chooseAdapter);
    connect(columns_, &AnswerColumns::tokenPointed, token_, &TokenCard::setToken);
    connect(prompt_, &PromptCard::generateRequested, this, &PlaygroundPage::generate);
    connect(prompt_, &PromptCard::stopRequested, this, &PlaygroundPage::stop);
    connect(prompt_, &PromptCard::newChatRequested, this, [this] {
        stop();
        for (AnswerColumn* column : columns_->columns())
            column->forget();
    });
    connect(&workbench_.bridge(), &RunBridge::generating, this, [this](const HostGenerationProgress& news) {
        if (AnswerColumn* column = columns_->columnOf(news.request))
            column->take(news.progress);
    });
    connect(&workbench_.bridge(), &RunBridge::generated, this, &PlaygroundPage::onGenerated);
}

void PlaygroundPage::restore() {
    const QSettings& settings = workbench_.settings();
    model_->setPath(settings.value(QLatin1String(kModel)).toString());
    prompt_->setPrompt(settings.value(QLatin1String(kPrompt)).toString());
    prompt_->setSystem(settings.value(QLatin1String(kSystem)).toString());
    sampling_->setText(settings.value(QLatin1String(kSampling)).toString());
    mode_->setCurrentIndex(settings.value(QLatin1String(kChat)).toBool() ? 1 : 0);
}

/// The program may not get to its end.
void PlaygroundPage::rememberWhenChanged() {
    saving_.setSingleShot(true);
    saving_.setInterval(kSaveMs);
    connect(&saving_, &QTimer::timeout, this, &PlaygroundPage::remember);
    const auto saveSoon = [this] { saving_.start(); };
    connect(model_, &PathEdit::pathChanged, this, saveSoon);
    connect(mode_, &QTabBar::currentChanged, this, saveSoon);
    connect(prompt_, &PromptCard::edited, this, saveSoon);
    connect(sampling_->form(), &ParamForm::changed, this, saveSoon);
}

void PlaygroundPage::remember() const {
    QSettings& settings = workbench_.settings();
    settings.setValue(QLatin1String(kModel), model_->path());
    settings.setValue(QLatin1String(kPrompt), prompt_->prompt());
    settings.setValue(QLatin1String(kSystem), prompt_->system());
    settings.setValue(QLatin1String(kSampling), sampling_->text());
    settings.setValue(QLatin1String(kChat), prompt_->isChat());
}

void PlaygroundPage::suggestModel(const std::string& model) {
    if (model_->path().isEmpty())
        model_->setPath(toQt(model));
}

void PlaygroundPage::chooseModel() {
    const QString chosen = QFileDialog::getExistingDirectory(window(), tr("Choose a folder"));
    if (!chosen.isEmpty())
        model_->setPath(chosen);
}

void PlaygroundPage::onModelChanged() {
    // Once there was one, an empty field is about to be filled.
    if (!model_->path().isEmpty())
        stack_->setCurrentIndex(1);
    findAdapters();
}

void PlaygroundPage::setChat(bool isChat) {
    stop();
    prompt_->setChat(isChat);
    for (AnswerColumn* column : columns_->columns())
        column->forget();
}

Result<std::filesystem::path> PlaygroundPage::modelFolder() const {
    const std::string text = model_->path().toStdString();
    if (text.empty())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = tr("No model is chosen").toStdString(),
                     .hint = tr("Choose the folder of a model.").toStdString()};
    std::error_code ignored;
    if (std::filesystem::exists(text, ignored) || !names_hub_model(text))
        return std::filesystem::path(text);
    return find_hub_source(hub_cache_folder(), RepositoryKind::Model, *parse_hub_name(text));
}

void PlaygroundPage::findAdapters() {
    if (const auto model = modelFolder())
        speakers_->find(*model);
}

void PlaygroundPage::setRun(bool isActive, std::optional<std::int64_t> pausedAt) {
    if (isActive && !isRunActive_ && isAnswering()) {
        stop();
        message_->show(MessageKind::Info, tr("Stopped answering: a run starts and needs the machine."));
    }
    speakers_->setPausedAt(pausedAt);
    if (isRunActive_ && !isActive)
        findAdapters();
    isRunActive_ = isActive;
    isTraining_ = isActive && !pausedAt;
}

void PlaygroundPage::addAdapter(const std::filesystem::path& folder) {
    columns_->show(speakers_->add(folder));
}

void PlaygroundPage::chooseAdapter(AnswerColumn* column) {
    const QString folder = QFileDialog::getExistingDirectory(window(), tr("Choose the folder of an adapter"));
    if (!folder.isEmpty())
        column->choose(speakers_->add(toPath(folder)));
}

Result<GenerateRequest> PlaygroundPage::request() const {
    GenerateRequest request{.prompts = {prompt_->prompt().toStdString()}, .alternatives = kAlternatives};
    TRY(request.model, modelFolder());
    TRY(request.sampling, sampling_->options());
    if (!prompt_->isChat())
        return request;
    request.chat = ChatOptions();
    if (!prompt_->system().isEmpty())
        request.chat->before = {{.role = "system", .content = prompt_->system().toStdString()}};
    return request;
}

void PlaygroundPage::generate() {
    message_->clear();
    const auto asked = request();
    if (!asked) {
        message_->showError(asked.error());
        return;
    }
    workbench_.recentModels().add(model_->path());
    for (AnswerColumn* column : columns_->columns()) {
        auto own = *asked;
        column->complete(own);
        column->begin(workbench_.bridge().host().generate(own), own);
    }
    if (prompt_->isChat())
        prompt_->clearPrompt();
    token_->setToken(std::nullopt);
    if (isTraining_)
        tellThatItWaits();
    updateAnswering();
}

void PlaygroundPage::tellThatItWaits() {
    message_->show(MessageKind::Info, tr("A run is training: the answers come when it pauses or ends."));
    message_->addAction(tr("Pause it"), [this] {
        message_->clear();
        workbench_.bridge().host().command(PauseCommand{});
    });
}

void PlaygroundPage::stop() {
    for (AnswerColumn* column : columns_->columns()) {
        if (column->request() != 0)
            workbench_.bridge().host().cancel(column->request());
        column->stop();
    }
    updateAnswering();
}

void PlaygroundPage::onGenerated(const HostReply<Generation>& reply) {
    AnswerColumn* column = columns_->columnOf(reply.request);
    if (column == nullptr)
        return;
    column->finish(reply.report);
    // What was said in a chat is not lost by a mistake elsewhere.
    if (!reply.report && prompt_->prompt().isEmpty())
        prompt_->setPrompt(toQt(column->prompt()));
    updateAnswering();
}

void PlaygroundPage::updateAnswering() {
    prompt_->setAnswering(isAnswering());
    add_->setEnabled(!columns_->isFull());
}

void PlaygroundPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fitDesk();
    findAdapters();
}

void PlaygroundPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitDesk();
}

void PlaygroundPage::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

/// An adapter gets a column; any other folder is a model.
void PlaygroundPage::dropEvent(QDropEvent* event) {
    std::error_code ignored;
    for (const QUrl& url : event->mimeData()->urls()) {
        const auto folder = toPath(url.toLocalFile());
        if (isAdapter(folder))
            addAdapter(folder);
        else if (std::filesystem::is_directory(folder, ignored))
            model_->setPath(toQt(folder));
    }
    event->acceptProposedAction();
}

}  // namespace tunebench::ui
