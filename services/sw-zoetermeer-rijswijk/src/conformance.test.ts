// This company behind the common contract, on the files it would deliver.
import { companyConformance } from '#sw-contract/conformance/company-conformance.js';
import { sampleSubject } from './sample-delivery.js';

companyConformance(sampleSubject);
