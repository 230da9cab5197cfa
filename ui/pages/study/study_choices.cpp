#include "ui/pages/study/study_choices.h"

#include <algorithm>

#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/methods/method.h"
#include "ui/forms/param_form.h"
#include "ui/pages/study/method_list.h"
#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"
#include "ui/widgets/card.h"
#include "ui/widgets/combo_edit.h"

namespace tunebench::ui {
namespace {

constexpr int kColumns = 2;

/// The name stands in the page's header, the baseline is chosen by name.
std::vector<ParamSpec> specsOfForm() {
    auto specs = specs_of(study_fields());
    std::erase_if(specs, [](const ParamSpec& spec) { return spec.key == "name" || spec.key == "baseline"; });
    return specs;
}

QString factsOf(const RunConfig& base) {
    if (base.model.path.empty())
        return StudyChoices::tr("No model is chosen yet.");
    QStringList facts{QFileInfo(toQt(base.model.path)).fileName()};
    for (const auto& file : base.data.train)
        facts << QFileInfo(toQt(file.path)).fileName();
    if (const auto* method = find_method(base.method.id))
        facts << coreText(method->title);
    return facts.join(QStringLiteral(" · "));
}

}  // namespace

StudyChoices::StudyChoices(QWidget* parent) : QWidget(parent), base_(default_run_config()) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, spacing::kHalf, spacing::kWide);
    column->setSpacing(spacing::kWide);
    column->addWidget(buildBase());
    methods_ = new MethodList(this);
    column->addWidget(methods_);
    column->addWidget(buildRules());
    column->addStretch(1);
    connect(methods_, &MethodList::changed, this, [this] {
        showBaselines();
        onChanged();
    });
    showBase();
    showBaselines();
}

Card* StudyChoices::buildBase() {
    baseCard_ = new Card(tr("Base"), this);
    auto* take = new QPushButton(tr("Take from Setup"), baseCard_);
    take->setObjectName(QStringLiteral("take_base"));
    take->setToolTip(tr("Model, data, training and precision as Setup holds them now"));
    setButtonKind(take, ButtonKind::Link);
    baseCard_->header()->addWidget(take);
    baseText_ = makeLabel({}, TextRole::Body, baseCard_);
    baseText_->setObjectName(QStringLiteral("study_base"));
    baseText_->setWordWrap(true);
    originText_ = makeLabel({}, TextRole::Caption, baseCard_);
    originText_->setWordWrap(true);
    baseCard_->body()->addWidget(baseText_);
    baseCard_->body()->addWidget(originText_);
    connect(take, &QPushButton::clicked, this, &StudyChoices::baseRequested);
    return baseCard_;
}

Card* StudyChoices::buildRules() {
    auto* card = new Card(tr("Fair comparison"), this);
    auto* field = new QVBoxLayout;  // the label above, as those of the form
    field->setSpacing(2);
    QLabel* label = makeLabel(tr("Compared with"), TextRole::Body, card);
    field->addWidget(label);
    baselines_ = new ComboEdit(card);
    baselines_->setObjectName(QStringLiteral("study_baseline"));
    baselines_->setAccessibleName(tr("Baseline"));
    baselines_->setToolTip(
        tr("All others are tested against this one. Choose it before the runs: the fewer comparisons, the "
           "smaller the difference that can be shown."));
    baselines_->setPlaceholderText(tr("No methods yet"));
    label->setBuddy(baselines_);
    field->addWidget(baselines_);
    card->body()->addLayout(field);
    form_ = new ParamForm(specsOfForm(), kColumns, card);
    card->body()->addWidget(form_);
    connect(baselines_, &QComboBox::currentIndexChanged, this, [this] {
        baseline_ = baselines_->currentData().toString().toStdString();
        onChanged();
    });
    connect(form_, &ParamForm::changed, this, [this] {
        if (const auto rules = config_from(study_fields(), form_->values()))
            rules_ = *rules;
        onChanged();
    });
    return card;
}

void StudyChoices::setSettings(const StudySettings& settings) {
    isSetting_ = true;
    folder_ = settings.folder;
    rules_ = settings.rules;
    baseline_ = settings.rules.baseline;
    form_->setValues(params_from(study_fields(), settings.rules));
    std::vector<MethodChoice> choices;
    for (const auto& method : settings.methods)
        choices.push_back(choice_from(method));
    methods_->setChoices(std::move(choices));
    showBaselines();
    isSetting_ = false;
}

StudySettings StudyChoices::settings() const {
    StudySettings settings{.rules = rules_, .base = base_, .folder = folder_};
    settings.rules.baseline = baseline_;
    for (const auto& choice : methods_->choices())
        settings.methods.push_back(method_from(choice));
    return settings;
}

void StudyChoices::setBase(const RunConfig& base, const QString& origin) {
    base_ = base;
    origin_ = origin;
    methods_->setBase(base);
    showBase();
    onChanged();
}

std::vector<Error> StudyChoices::errors() const {
    return form_->errors();
}

bool StudyChoices::reveal(const QString& field) {
    if (field.startsWith(QLatin1String("method"))) {  // "methods", and "method.rank" of one of them
        methods_->flash();
        return true;
    }
    if (field == QLatin1String("base")) {
        baseCard_->flash();
        return true;
    }
    if (field == QLatin1String("baseline")) {
        baselines_->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return form_->reveal(field);
}

void StudyChoices::showBase() {
    baseText_->setText(factsOf(base_));
    originText_->setText(origin_);
    originText_->setVisible(!origin_.isEmpty());
}

/// One that is renamed stays the baseline; one that is removed is none, and the first takes its place.
void StudyChoices::showBaselines() {
    const QSignalBlocker blocker(baselines_);
    const auto& choices = methods_->choices();
    const int before = baselines_->currentIndex();
    const bool isAsMany = baselines_->count() == static_cast<int>(choices.size());
    baselines_->clear();
    for (const auto& choice : choices)
        baselines_->addItem(toQt(choice.name), toQt(choice.name));
    baselines_->setEnabled(baselines_->count() > 0);
    int index = baselines_->findData(toQt(baseline_));
    if (index < 0 && std::ranges::any_of(choices, [this](const MethodChoice& choice) {
            return baseline_.starts_with(choice.name + ", ");  // with a choice from its grid
        })) {
        index = baselines_->count();
        baselines_->addItem(toQt(baseline_), toQt(baseline_));
    }
    if (index < 0 && isAsMany && !baseline_.empty())
        index = before;
    baselines_->setCurrentIndex(std::max(0, index));
    baseline_ = index < 0 ? std::string() : baselines_->currentData().toString().toStdString();
}

void StudyChoices::onChanged() {
    if (!isSetting_)
        Q_EMIT changed();
}

}  // namespace tunebench::ui
