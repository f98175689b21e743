package org.constancia.linkage.read;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.constancia.linkage.record.ColumnRole;

/// Tells what a column means from its name in Spanish or English.
///
/// A column that is not recognised is ignored: it can hold the answer, and evidence must be chosen knowingly.
/// Roles that a record has once (id, sex, birth date) go to the first column that claims them.
public final class ColumnRecognition {
    private static final Map<String, ColumnRole> NAMES = new LinkedHashMap<>();

    static {
        names(
                ColumnRole.ID,
                "record_id rec_id recid id unique_id uniqueid id_registro registro_id codigo_registro id_persona");
        names(
                ColumnRole.LIST,
                "list lista source fuente source_dataset dataset origen base base_de_datos archivo list_id source_id");
        names(
                ColumnRole.GIVEN_NAME,
                "given1 given given_name given_names givenname first_name first_names firstname first nombre1 primer_nombre nombres nombre nombre_1 forename forenames christian_name prenom fname");
        names(
                ColumnRole.SECOND_GIVEN_NAME,
                "given2 second_name middle_name middle_names middlename middle segundo_nombre nombre2 nombre_2 otros_nombres mname");
        names(
                ColumnRole.SURNAME,
                "surname1 surname surnames last_name lastname last family_name apellido apellidos apellido1 apellido_1 primer_apellido apellido_paterno lname");
        names(
                ColumnRole.SECOND_SURNAME,
                "surname2 second_surname apellido2 apellido_2 segundo_apellido apellido_materno");
        names(
                ColumnRole.FULL_NAME,
                "full_name fullname name nombre_completo nombres_y_apellidos nombres_apellidos apellidos_y_nombres victim victima nombre_victima victim_name person_name");
        names(ColumnRole.SEX, "sex gender sexo genero");
        names(
                ColumnRole.BIRTH_DATE,
                "birth_date date_of_birth dob birthdate birth_day fecha_nacimiento fecha_de_nacimiento fecha_nac nacimiento f_nacimiento birth_year year_of_birth yob ano_nacimiento anio_nacimiento");
        names(
                ColumnRole.EVENT_DATE,
                "event_date date_of_event fecha_hecho fecha_hechos fecha_del_hecho fecha_evento fecha_ocurrencia fecha date date_of_death death_date fecha_muerte fecha_desaparicion incident_date");
        names(
                ColumnRole.PLACE_CODE,
                "muni_code municipality_code municipio_codigo codigo_municipio cod_municipio cod_mpio codmpio divipola codigo_divipola place_code cod_muni muni municipio_cod codigo_dane cod_dane");
        names(
                ColumnRole.DOCUMENT,
                "doc_number document document_number documento numero_documento num_documento nro_documento cedula cedula_ciudadania soc_sec_id ssn social_security_number national_id identificacion numero_identificacion identity_number passport pasaporte dni curp");
        names(ColumnRole.EMAIL, "email e_mail correo correo_electronico mail");
        names(
                ColumnRole.CATEGORY,
                "event_type tipo_hecho tipo_de_hecho hecho tipo_evento violation type_of_event violacion state estado departamento department provincia province ethnicity etnia race marital_status estado_civil");
        names(
                ColumnRole.TEXT,
                "city town ciudad municipio municipality suburb place lugar birth_place birthplace lugar_nacimiento place_of_birth address address_1 address_2 address1 address2 street direccion barrio vereda corregimiento locality occupation ocupacion profession profesion oficio village county country pais alias apodo employer");
        names(
                ColumnRole.CODE,
                "postcode post_code postal_code zip zip_code zipcode codigo_postal postcode_fake street_number house_number numero phone phone_number telephone telefono celular mobile");
    }

    private static final List<ColumnRole> ONCE = List.of(
            ColumnRole.ID,
            ColumnRole.LIST,
            ColumnRole.GIVEN_NAME,
            ColumnRole.SECOND_GIVEN_NAME,
            ColumnRole.SURNAME,
            ColumnRole.SECOND_SURNAME,
            ColumnRole.FULL_NAME,
            ColumnRole.SEX,
            ColumnRole.BIRTH_DATE,
            ColumnRole.EVENT_DATE,
            ColumnRole.PLACE_CODE,
            ColumnRole.DOCUMENT,
            ColumnRole.EMAIL);

    private ColumnRecognition() {}

    private static void names(ColumnRole role, String list) {
        for (String name : list.split(" ", -1)) {
            NAMES.put(name, role);
        }
    }

    /// The role of each column of a header; `fixed` roles, by column name, go before recognised ones.
    public static List<ColumnRole> recognise(List<String> header, Map<String, ColumnRole> fixed) {
        List<ColumnRole> roles = new ArrayList<>();
        Map<ColumnRole, Integer> holder = new EnumMap<>(ColumnRole.class);
        for (int i = 0; i < header.size(); i++) {
            ColumnRole role = fixed.get(header.get(i));
            roles.add(role);
            if (role != null) {
                holder.put(role, i);
            }
        }
        List<String> preference = List.copyOf(NAMES.keySet());
        for (int i = 0; i < header.size(); i++) {
            if (roles.get(i) != null) {
                continue;
            }
            String name = normalised(header.get(i));
            ColumnRole role = NAMES.getOrDefault(name, ColumnRole.IGNORED);
            if (ONCE.contains(role)) {
                Integer other = holder.get(role);
                if (other == null) {
                    holder.put(role, i);
                } else if (fixed.containsKey(header.get(other))
                        || preference.indexOf(normalised(header.get(other))) <= preference.indexOf(name)) {
                    role = ColumnRole.IGNORED;
                } else {
                    roles.set(other, ColumnRole.IGNORED);
                    holder.put(role, i);
                }
            }
            roles.set(i, role);
        }
        return List.copyOf(roles);
    }

    static String normalised(String name) {
        String plain = Normalizer.normalize(name.strip(), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
    }
}
